import Foundation
import Safekeeping
import Testing

@Suite("Signed heads of the log")
struct SignedNoteTests {
    /// RFC 8032, section 7.1, the third test, in PKCS #8.
    static let seed = "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"
    static let publicKey = "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
    static let signature =
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"

    private static func bytes(_ text: String) -> [UInt8] {
        stride(from: 0, to: text.count, by: 2).compactMap { UInt8(String(text.dropFirst($0).prefix(2)), radix: 16) }
    }

    private static func key() throws -> Ed25519.PrivateKey {
        let der = bytes("302e020100300506032b657004220420") + bytes(seed)
        let pem = "-----BEGIN PRIVATE KEY-----\n\(Data(der).base64EncodedString())\n-----END PRIVATE KEY-----\n"
        return try #require(Ed25519.PrivateKey(pem: Array(pem.utf8)))
    }

    @Test func `the signature of the RFC comes out`() throws {
        let key = try Self.key()
        #expect(key.publicKey.hexText == Self.publicKey)
        #expect(key.signature(of: [0xaf, 0x82]).hexText == Self.signature)
        #expect(Ed25519.isValid(Self.bytes(Self.signature), of: [0xaf, 0x82], by: key.publicKey))
        #expect(!Ed25519.isValid(Self.bytes(Self.signature), of: [0xaf, 0x83], by: key.publicKey))
        #expect(try #require(Ed25519.PrivateKey(pem: key.pem)).publicKey == key.publicKey)
    }

    @Test(arguments: ["", "x", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"])
    func `what is no key is none`(text: String) {
        #expect(Ed25519.PrivateKey(pem: Array(text.utf8)) == nil)
    }

    @Test func `a head is signed, read again and verified`() throws {
        let signer = NoteSigner(name: "example.gov.cn/log", try Self.key())
        let head = Checkpoint(origin: signer.name, size: 7, root: TreeHasher().empty)
        let note = SignedNote(text: head.text, signatures: [signer.signature(of: head.text)])
        let read = try #require(SignedNote(note.note))
        #expect(read == note && Checkpoint(read.text) == head)
        let key = try #require(NoteKey(signer.publicKey.text))
        #expect(key == signer.publicKey && key.hasSigned(read))
        let other = SignedNote(text: head.text.replacing("\n7\n", with: "\n8\n"), signatures: note.signatures)
        #expect(!key.hasSigned(other))
        let printed = PrintedHead(size: 7, root: head.root, signature: note.signatures[0])
        #expect(PrintedHead(printed.text) == printed && printed.note == note)
        #expect(PrintedHead(printed.unsigned) == PrintedHead(size: 7, root: head.root))
    }

    @Test func `a key that is spelt wrong is none`() throws {
        let text = NoteKey(name: "a", publicKey: Array(repeating: 7, count: 32)).text
        #expect(NoteKey(text) != nil)
        #expect(NoteKey("b" + text.dropFirst()) == nil)
        #expect(NoteKey(text.dropLast(4)) == nil)
        for name in ["", "a b", "a+b"] { #expect(!NoteKey.isName(name)) }
    }
}
