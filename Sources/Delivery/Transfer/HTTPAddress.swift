import Configuration
import Foundation

extension YAMLEntry {
    /// An address of HTTPS without a name or a password in it. HTTP goes to this machine only, unless `isOpen`.
    func address(isOpen: Bool = false) -> String {
        let address = text
        guard let url = URLComponents(string: address), let scheme = url.scheme?.lowercased(),
            ["http", "https"].contains(scheme), let host = url.host, !host.isEmpty,
            address.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 })
        else {
            report(expected: "应为网址", remedy: "请写成 https://主机/路径 的样子")
            return address
        }
        if url.user != nil || url.password != nil {
            report(expected: "网址里应没有用户名和密码", found: "读到的网址里有", remedy: "请删去 @ 及其前面的部分")
        }
        if scheme == "http", !isOpen, !["localhost", "127.0.0.1", "::1", "[::1]"].contains(host) {
            report(expected: "应为 https", remedy: "请改为 https，以免密钥在途中被人看到")
        }
        return address
    }
}
