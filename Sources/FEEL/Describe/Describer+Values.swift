// Values as noun phrases: 本年的计划经费减去本年的到位经费.

extension Describer {
    /// The noun phrase for the value of `expression`.
    mutating func noun(_ expression: Expression) -> String {
        switch expression.kind {
        case .null: return "空值"
        case .boolean(let value): return value ? "“是”" : "“否”"
        case .number(let number): return number.description
        case .string(let text): return "“\(text)”"
        case .temporal(let text): return TemporalText.inChinese(text)
        case .name(let name): return mention(name)
        case .negation(let operand): return "\(self.operand(operand))的相反数"
        case .path(let value, let entry) where value.name == "item" && mentions["item"] == nil:
            return Self.propertyName(entry.text)
        case .path(let value, let entry): return "\(operand(value))的\(Self.propertyName(entry.text))"
        case .filter(let list, let condition): return filter(list, condition)
        case .invocation(let function, let arguments): return invocation(function, arguments, of: expression)
        case .list(let items): return items.isEmpty ? "空列表" : "（\(items.map { noun($0) }.joined(separator: "、"))）"
        case .context(let entries):
            return "由\(entries.map { "\($0.name.text)（\(noun($0.value))）" }.joined(separator: "、"))组成的记录"
        case .range(let low, let lowIncluded, let high, let highIncluded):
            return "\(noun(low))\(lowIncluded ? "" : "（不含）")至\(noun(high))\(highIncluded ? "" : "（不含）")"
        case .conditional(let condition, let then, let otherwise):
            let whether = clause(condition)
            return "若\(whether)，则为\(noun(then))，否则为\(noun(otherwise))"
        case .iteration(let iterators, let body): return iteration(iterators, body)
        case .function(let parameters, let body):
            let names = parameters.map(\.name.text).joined(separator: "、")
            return "以\(names.isEmpty ? "无参数" : names)计算“\(noun(body))”的函数"
        case .externalFunction: return "外部函数"
        case .binary(let operation, let left, let right) where operation.isArithmetic:
            return arithmetic(operation, left, right, of: expression)
        case .binary, .between, .membership, .instanceOf, .quantified, .comparison, .anything, .alternatives,
            .exclusion:
            return "“\(clause(expression))”是否成立"
        }
    }

    /// A noun phrase for a place beside other words: in brackets where it is long.
    mutating func operand(_ expression: Expression) -> String {
        switch expression.kind {
        case .conditional: return "（\(noun(expression))）"
        case .binary(let operation, _, _) where operation.isArithmetic: return "（\(noun(expression))）"
        default: return noun(expression)
        }
    }

    private mutating func mention(_ name: String) -> String {
        if let text = mentions[name]?.take() { return text }
        return name == "item" ? "该项" : name
    }

    private mutating func arithmetic(
        _ operation: Expression.BinaryOperator, _ left: Expression, _ right: Expression, of whole: Expression
    ) -> String {
        switch operation {
        case .add:
            let parts = whole.operands(of: .add).map { operand($0) }
            return parts.count == 2 ? "\(parts[0])与\(parts[1])之和" : "\(parts.joined(separator: "、"))之和"
        case .subtract: return "\(operand(left))减去\(operand(right))"
        case .multiply:
            if case .number = left.kind { return "\(operand(right))的\(noun(left))倍" }
            if case .number = right.kind { return "\(operand(left))的\(noun(right))倍" }
            return "\(operand(left))与\(operand(right))之积"
        case .divide: return "\(operand(left))除以\(operand(right))"
        default: return "\(operand(left))的\(operand(right))次方"
        }
    }

    private mutating func filter(_ list: Expression, _ condition: Expression) -> String {
        let whole = operand(list)
        guard condition.isIndex else {
            let text = clause(condition, ClauseStyle(isTight: true))
            return "\(whole)中\(text)的项"
        }
        // Of "those that …" the last is "the last that …".
        let those = whole.hasSuffix("的项") ? String(whole.dropLast()) : whole + "的"
        guard case .number(let number) = condition.kind, let index = number.intValue else {
            return "\(those)第\(operand(condition))项"
        }
        switch index {
        case -1: return "\(those)最后一项"
        case ..<0: return "\(those)倒数第\(-index)项"
        default: return "\(those)第\(index)项"
        }
    }

    private mutating func invocation(
        _ function: Expression, _ arguments: [Expression.Argument], of whole: Expression
    ) -> String {
        guard let name = function.name else {
            let values = arguments.map { noun($0.value) }.joined(separator: "、")
            return "\(operand(function))对\(values)的结果"
        }
        if isCondition(whole) { return "“\(clause(whole))”是否成立" }
        let values = inOrderOfParameters(arguments, of: name).map { operand($0.value) }
        if let phrase = phrase(for: function, arguments) { return phrase.filled(with: values, .plain) }
        let call = "\(mention(name))（\(values.joined(separator: "，"))）"
        guard let summary = Builtin.families[name]?.overloads.first?.summary else { return call }
        return "\(call)〔\(summary)〕"
    }

    /// The phrase for a call of so many arguments, or of any number.
    func phrase(for function: Expression, _ arguments: [Expression.Argument]) -> FunctionPhrase? {
        function.name.flatMap { phrases["\($0)/\(arguments.count)"] ?? phrases[$0] }
    }

    /// Arguments in the order of the parameters: those by name of a built-in, as its phrase expects them.
    func inOrderOfParameters(_ arguments: [Expression.Argument], of name: String) -> [Expression.Argument] {
        let names = arguments.compactMap(\.name?.text)
        guard names.count == arguments.count, let (_, places) = Builtin.families[name]?.overload(for: names) else {
            return arguments
        }
        return places.compactMap { $0.map { arguments[$0] } }
    }

    /// The Chinese name of a property of dates, times, durations and ranges; other entries keep theirs.
    private static func propertyName(_ entry: String) -> String {
        switch entry {
        case "year": "年份"
        case "month": "月份"
        case "day": "日"
        case "weekday": "星期"
        case "hour": "时"
        case "minute": "分"
        case "second": "秒"
        case "time offset": "时差"
        case "timezone": "时区"
        case "years": "年数"
        case "months": "月数"
        case "days": "天数"
        case "hours": "小时数"
        case "minutes": "分钟数"
        case "seconds": "秒数"
        case "start": "起点"
        case "end": "终点"
        case "start included": "起点是否在内"
        case "end included": "终点是否在内"
        default: entry
        }
    }
}

extension TypeName {
    /// The type's name in Chinese.
    var inChinese: String {
        switch self {
        case .named(let name, _):
            switch name {
            case "number": "数字"
            case "string": "文本"
            case "boolean": "是否值"
            case "date": "日期"
            case "time": "时间"
            case "date and time", "dateTime": "日期时间"
            case "years and months duration", "yearMonthDuration": "年月时长"
            case "days and time duration", "dayTimeDuration": "日时时长"
            case "list": "列表"
            case "context": "记录"
            case "range": "范围"
            case "function": "函数"
            case "Any": "任意值"
            case "Null": "空值"
            default: name
            }
        case .list(let element): "\(element.inChinese)的列表"
        case .range(let element): "\(element.inChinese)的范围"
        case .context(let entries): "含\(entries.map(\.name).joined(separator: "、"))的记录"
        case .function: "函数"
        }
    }
}
