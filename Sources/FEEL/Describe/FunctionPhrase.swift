/// How a function's call is put into words: a template with places for its arguments.
///
/// `{1}`, `{2}` … stand for the arguments in the order of the parameters, `{*}` for all of them. In a phrase that is a
/// condition, `{~}` is where an adverb or a denial goes: `{1}{~}包含{2}` becomes “名称不包含“园””.
public struct FunctionPhrase: Sendable, Hashable, ExpressibleByStringLiteral {
    let template: String

    /// A phrase from its template.
    public init(_ template: String) {
        self.template = template
    }

    /// A phrase written in source.
    public init(stringLiteral template: String) {
        self.init(template)
    }

    /// Whether the phrase is a clause, true or false of its arguments.
    var isCondition: Bool { template.contains("{~}") }

    /// The phrase with its arguments in their places.
    func filled(with arguments: [String], _ style: ClauseStyle) -> String {
        var rest = template[...]
        var text = ""
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            switch rest[rest.index(after: open)..<close] {
            case "~": text += style.clause("", "")
            case "*": text += arguments.joined(separator: "、")
            case let place:
                if let number = Int(place), arguments.indices.contains(number - 1) { text += arguments[number - 1] }
            }
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// The phrases of the language's own functions; after a slash the number of arguments a phrase is for.
    static let builtIn: [String: FunctionPhrase] = [
        // Conditions
        "contains": "{1}{~}包含{2}", "starts with": "{1}{~}以{2}开头", "ends with": "{1}{~}以{2}结尾",
        "matches": "{1}{~}符合模式{2}", "list contains": "{1}{~}包含{2}", "all": "{*}{~}全部成立",
        "any": "{*}{~}至少有一个成立", "even": "{1}{~}是偶数", "odd": "{1}{~}是奇数", "is": "{1}与{2}{~}完全相同",
        "before": "{1}{~}在{2}之前", "after": "{1}{~}在{2}之后", "meets": "{1}的终点{~}与{2}的起点相接",
        "met by": "{1}的起点{~}与{2}的终点相接", "overlaps": "{1}{~}与{2}重叠",
        "overlaps before": "{1}{~}先于{2}开始并与其重叠", "overlaps after": "{1}{~}后于{2}开始并与其重叠",
        "finishes": "{1}{~}与{2}同时结束并在其中", "finished by": "{2}{~}与{1}同时结束并在其中",
        "includes": "{1}{~}包含{2}", "during": "{1}{~}在{2}之内", "starts": "{1}{~}与{2}同时开始并在其中",
        "started by": "{2}{~}与{1}同时开始并在其中", "coincides": "{1}{~}与{2}一致",
        // Lists
        "count": "{1}的项数", "sum": "{*}之和", "min": "{*}中的最小值", "max": "{*}中的最大值", "mean": "{*}的平均值",
        "median": "{*}的中位数", "stddev": "{*}的标准差", "mode": "{*}的众数", "product": "{*}之积",
        "distinct values": "{1}去重后的各项", "flatten": "{1}展开后的各项", "reverse": "{1}倒序后的各项",
        "union": "{*}合并去重后的各项", "concatenate": "{*}连接后的各项", "append": "{*}依次连接后的各项",
        "sublist": "{1}自第{2}项起的部分", "sublist/3": "{1}自第{2}项起的{3}项", "insert before": "在{1}第{2}项前插入{3}后的各项",
        "remove": "{1}去掉第{2}项后的各项",
        "list replace": "{1}按{2}替换为{3}后的各项", "index of": "{2}在{1}中的位置", "sort": "{1}排序后的各项",
        // Numbers
        "abs": "{1}的绝对值", "sqrt": "{1}的平方根", "exp": "e的{1}次方", "log": "{1}的自然对数",
        "modulo": "{1}除以{2}的余数", "decimal": "{1}保留{2}位小数", "floor": "{1}向下取整", "floor/2": "{1}向下取到{2}位小数",
        "ceiling": "{1}向上取整",
        "ceiling/2": "{1}向上取到{2}位小数",
        "round up": "{1}远离零舍入到{2}位小数", "round down": "{1}向零舍入到{2}位小数",
        "round half up": "{1}四舍五入到{2}位小数", "round half down": "{1}五舍六入到{2}位小数", "number": "{1}转换成的数字",
        // Text
        "string": "{1}的文本", "string length": "{1}的字数", "substring": "{1}自第{2}个字起的部分",
        "substring/3": "{1}自第{2}个字起的{3}个字",
        "substring before": "{1}中{2}之前的部分", "substring after": "{1}中{2}之后的部分", "upper case": "{1}的大写",
        "lower case": "{1}的小写", "replace": "把{1}中的{2}替换为{3}", "split": "{1}按{2}拆分的各段",
        "string join": "{1}连接成的文本", "string join/2": "{1}以{2}连接成的文本",
        // Dates and times
        "date": "日期{*}", "time": "时间{*}", "date and time": "日期时间{*}", "duration": "时长{1}", "today": "今天",
        "now": "现在", "years and months duration": "{1}至{2}的年月数", "day of year": "{1}是当年的第几天",
        "day of week": "{1}是星期几", "month of year": "{1}的月份", "week of year": "{1}是当年的第几周",
        // Contexts and ranges
        "get value": "{1}的{2}", "get entries": "{1}的各个条目", "context": "由{1}组成的记录",
        "context put": "{1}中{2}改为{3}后的记录", "context merge": "{1}合并成的记录", "range": "范围{1}",
    ]
}
