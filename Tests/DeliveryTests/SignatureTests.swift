import Foundation
import Safekeeping
import Testing

@testable import Delivery

/// Signatures, held against vectors that `openssl dgst -sha256 -hmac` made and the RFC's own.
struct SignatureTests {
    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    @Test(arguments: [
        // RFC 4231, test cases 1, 2 and 6.
        (
            [UInt8](repeating: 0x0b, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xaa, count: 131), "Test Using Larger Than Block-Size Key - Hash Key First",
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        ([], "", "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"),
    ])
    func `HMAC-SHA256 is the RFC's`(key: [UInt8], message: String, digest: String) {
        #expect(hex(HMAC.sha256(key: key, of: Array(message.utf8))) == digest)
    }

    @Test func `DingTalk: the secret is the key, time and secret are signed`() {
        let sign = DingTalkChannel.signature(at: "1577262236757", secret: "this is secret")
        #expect(sign == "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=")
        #expect(sign.percentEncoded == "hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D")
    }

    @Test func `Feishu: time and secret are the key, nothing is signed`() {
        #expect(
            FeishuChannel.signature(at: "1599360473", secret: "this is secret")
                == "/eYKrXQBzTjUZJ3s6NX16VxGbTwmK7AEs8/FnvC1CSw=")
    }

    @Test func `Webhook: time, a point and the body are signed`() {
        #expect(
            WebhookChannel.signature(of: "{\"version\":1}", at: "1767571200", key: "this is secret")
                == "513ad3ce144f5343b947c6f068144ee2e1335137c23e0c1c05accf2705b82a57")
    }

    @Test func `A value in an address says nothing but itself`() {
        #expect("a+b/c=d&e ü".percentEncoded == "a%2Bb%2Fc%3Dd%26e%20%C3%BC")
    }
}
