// DMN 1.5, 10.3.4.9 and 10.3.4.12: context functions.

extension Builtin {
    static let contexts: [Builtin] = [
        Builtin("get value", ("m", "key"), .any, "上下文中某个名称的值") { (context: Context, key: String, _) in
            context[key] ?? .null
        },
        Builtin("get entries", "m", .list(.anyContext), "上下文的各个名称和值") { (context: Context, _) in
            .list(
                zip(context.shape.names, context.values).map { name, value in
                    .context(Context(shape: entryShape, values: [.string(name), value]))
                })
        },
        Builtin("context", "entries", .anyContext, "由名称和值组成上下文") { (entries: [Value], frame) in
            var names: [String] = []
            var values: [Value] = []
            var seen: Set<String> = []
            for entry in entries {
                guard frame.spend(), let key = entry.context?["key"]?.string, let value = entry.context?["value"],
                    seen.insert(key).inserted
                else { return nil }
                names.append(key)
                values.append(value)
            }
            return .context(Context(shape: ContextShape(names), values: values))
        },
        Builtin("context put", ("context", "key", "value"), .anyContext, "加上或换掉上下文中的一个值") {
            (context: Context, key: String, value: Value, frame) in
            frame.spend(context.values.count) ? .context(context.setting(key, to: value)) : nil
        },
        Builtin("context put", ("context", "keys", "value"), .anyContext, "加上或换掉嵌套的上下文中的一个值") {
            (context: Context, keys: [Value], value: Value, frame) in
            putting(value, at: keys[...], in: context, frame).map(Value.context)
        },
        Builtin("context merge", "contexts", .anyContext, "合并几个上下文，后者为准") { (contexts: [Value], frame) in
            var merged = Context([])
            for item in contexts {
                guard let context = item.context else { return nil }
                for (name, value) in zip(context.shape.names, context.values) {
                    guard frame.spend(merged.values.count) else { return nil }
                    merged = merged.setting(name, to: value)
                }
            }
            return .context(merged)
        },
    ]

    private static let entryShape = ContextShape(["key", "value"])

    /// `context` with `value` under the path of `keys`, every context on the way being there already.
    private static func putting(
        _ value: Value, at keys: ArraySlice<Value>, in context: Context, _ frame: Frame
    ) -> Context? {
        guard let key = keys.first?.string, frame.spend(context.values.count) else { return nil }
        guard keys.count > 1 else { return context.setting(key, to: value) }
        guard let inner = context[key]?.context, let changed = putting(value, at: keys.dropFirst(), in: inner, frame)
        else { return nil }
        return context.setting(key, to: .context(changed))
    }
}
