import FEEL
import Testing

/// Values in JSON with their types, and requests line by line.
struct TypedValueTests {
    @Test(arguments: [
        "null", "{\"decimal\":\"1.5\"}", "{\"string\":\"a\\\"b\\n中\"}", "{\"boolean\":\"true\"}",
        "{\"date\":\"2025-12-31\"}",
        "{\"time\":\"10:00:00+08:00\"}", "{\"dateTime\":\"2025-12-31T10:00:00@Asia/Shanghai\"}",
        "{\"duration\":\"P1Y2M\"}",
        "{\"duration\":\"P1DT2H\"}", "{\"list\":[{\"decimal\":\"1\"},null]}", "{\"range\":\"[1..3)\"}",
        #"{"range":"(>= @\"2025-01-01\")"}"#,
        "{\"context\":{\"z\":{\"decimal\":\"1\"},\"a\":{\"context\":{}}}}",
    ])
    func `what is read is written the same`(text: String) throws {
        #expect(try TypedValue(parsing: text).description == text)
    }

    @Test(arguments: [
        "", "{", "{\"decimal\":\"x\"}", "{\"date\":\"2025-02-30\"}", "{\"a\":1,\"b\":2}", "[1,]", "{\"foo\":\"1\"}",
        "nul", "\"a",
    ])
    func `what is no typed value is refused`(text: String) {
        #expect(throws: TypedValue.Malformed.self) { try TypedValue(parsing: text) }
    }

    @Test(arguments: [
        (#"{"expression": "a + 1", "context": {"a": {"decimal": "2"}}}"#, #"{"value":{"decimal":"3"}}"#),
        (#"{"expression": "[5]", "type": "number"}"#, #"{"value":{"decimal":"5"}}"#),
        (#"{"expression": "5", "type": "list<number>"}"#, #"{"value":{"list":[{"decimal":"5"}]}}"#),
        (#"{"expression": "5", "type": "string"}"#, #"{"value":null}"#),
        (#"{"expression": "x"}"#, #"{"value":null}"#),
        (#"{"expression": "1 +"}"#, #"{"error":{"message":"表达式没有写完。","line":1,"column":4}}"#),
        (#"{}"#, #"{"error":{"message":"缺少 \"expression\"。","line":1,"column":1}}"#),
    ])
    func `a line is answered by a line`(line: String, answer: String) {
        #expect(ExpressionRequest.answer(line) == answer)
    }
}
