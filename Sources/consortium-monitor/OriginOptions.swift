import ArgumentParser
import Collection
import Standards
import UseCases

/// On whose word files are taken in.
struct OriginOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: Language.help(
            "以谁的名义：secretariat 秘书处（默认，只报本联合体），authority 主管部门（登记表、收件清单）。",
            "On whose word: secretariat (one consortium each, the default) or authority (registers, manifests)."))
    var authority: Authority?

    @Option(
        help: Language.help(
            "主管部门所管的地区，GB/T 2260 代码，如 430000。",
            "The region that the authority speaks for, by its GB/T 2260 code, such as 430000."))
    var region: String?

    /// The folders and files to collect.
    func roots(_ paths: [String]) throws(Failure) -> [InboxRoot] {
        let authority = authority ?? .secretariat
        if let region {
            guard authority == .authority else {
                throw Failure(.configuration, "--region 只用于主管部门，请与 --as authority 一起写。")
            }
            guard RegionCode.isCode(region) else {
                throw Failure(.configuration, "--region 应为 GB/T 2260 六位代码，如 430000，读到“\(region)”。")
            }
        }
        return paths.map { InboxRoot(path: $0, authority: authority, region: region ?? "") }
    }

    /// Refuses the options where there is nothing that they would apply to.
    func refuse(without option: String) throws(Failure) {
        guard authority == nil, region == nil else {
            throw Failure(.configuration, "--as 和 --region 要与 \(option) 一起用；流水线的收件目录在流水线文件里写明。")
        }
    }
}

extension Authority: ExpressibleByArgument {}
