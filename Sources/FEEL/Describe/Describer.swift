/// Says in Simplified Chinese what an expression means, for people who decide on rules and do not write them.
///
///     count(近2年) = 2 and every 年 in 近2年 satisfies 年.到位经费 < 年.计划经费
///     近2年有2年，且近2年中每一年的到位经费都低于当年的计划经费
///
/// Conditions become clauses, everything else noun phrases. Every form of expression has one; brackets stand where a
/// phrase could otherwise be read in two ways.
struct Describer {
    /// Phrases for functions, those of the host before those of the language.
    let phrases: [String: FunctionPhrase]
    /// How variables are mentioned that `every`, `some` and `for` bring in.
    var mentions: [String: Mention] = [:]

    init(phrases: [String: FunctionPhrase]) {
        self.phrases = FunctionPhrase.builtIn.merging(phrases) { _, host in host }
    }
}

extension Expression {
    /// What this expression means, in Simplified Chinese.
    /// - Parameter phrases: how to speak of the host's functions, by their names.
    public func described(phrases: [String: FunctionPhrase] = [:]) -> String {
        var describer = Describer(phrases: phrases)
        return describer.isCondition(self) ? describer.clause(self) : describer.noun(self)
    }

    /// What this unary test asks of a value, in Simplified Chinese: `[1..5]` of 得分 is 得分在1至5之间.
    /// - Parameters:
    ///   - subject: what the value is called.
    ///   - phrases: how to speak of the host's functions, by their names.
    public func described(of subject: String, phrases: [String: FunctionPhrase] = [:]) -> String {
        var describer = Describer(phrases: phrases)
        return describer.test(self, of: subject, .plain)
    }
}

/// How a variable is mentioned: in full at first (近2年中每一年), then briefly (当年).
struct Mention {
    var next: String
    let later: String

    /// The text for the mention at hand.
    mutating func take() -> String {
        defer { next = later }
        return next
    }
}
