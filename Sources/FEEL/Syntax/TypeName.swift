/// A type as written: `number`, `list<string>`, `function<number> -> Any`.
public indirect enum TypeName: Sendable, Hashable {
    /// A built-in type or one declared by the host.
    case named(String, SourceRange)
    /// `list<T>`
    case list(TypeName)
    /// `range<T>`
    case range(TypeName)
    /// `context<a: T, b: U>`
    case context([Entry])
    /// `function<T, U> -> R`
    case function([TypeName], result: TypeName)

    /// An entry of a context type.
    public struct Entry: Sendable, Hashable {
        /// The entry's name.
        public let name: String
        /// Its type.
        public let type: TypeName
    }
}
