internal import Foundation
internal import Glibc

/// What an error number of the system means, in Chinese: the only place where one becomes words, so that the C library's
/// English reaches nobody.
package enum SystemReason {
    /// What was tried when the number came. It changes what a missing permission or a missing path is called.
    package enum Attempt: Sendable {
        case reading, writing
    }

    /// A phrase without a full stop: `磁盘已满`. A number that is not listed is told as a number.
    package static func text(_ code: CInt, while attempt: Attempt) -> String {
        switch code {
        case EACCES, EPERM: attempt == .reading ? "没有读取权限" : "没有写权限"
        case ENOENT: attempt == .reading ? "没有这个文件或文件夹" : "无法创建，上级文件夹不存在"
        default: places[code] ?? devices[code] ?? resources[code] ?? "系统错误，编号 \(code)"
        }
    }

    /// What Foundation's file functions met: their own texts are in the language of the system, or in English.
    package static func text(of error: any Error, while attempt: Attempt) -> String {
        let cause = error as? POSIXError ?? (error as? CocoaError)?.underlying as? POSIXError
        if let cause { return text(cause.code.rawValue, while: attempt) }
        return attempt == .reading ? "无法读取" : "无法创建或写入"
    }

    /// What a path can be that is not what was asked for.
    private static let places: [CInt: String] = [
        ENOTDIR: "路径中有一段不是文件夹",
        EISDIR: "是一个文件夹",
        EEXIST: "已有同名的文件，不是文件夹",
        ENOTEMPTY: "文件夹不是空的",
        ELOOP: "是符号链接，或符号链接绕成了圈",
        EMLINK: "硬链接过多",
        ENAMETOOLONG: "文件名或路径过长",
        EILSEQ: "文件名的编码不被接受",
        EINVAL: "所在的盘不支持这一操作或文件名",
        EXDEV: "不在同一个盘上",
        EOPNOTSUPP: "所在的盘不支持这一操作",
        ENOSYS: "系统不支持这一操作",
    ]

    /// What the disk, or the network behind it, does.
    private static let devices: [CInt: String] = [
        ENOSPC: "磁盘已满",
        EDQUOT: "磁盘已满，配额用完",
        EROFS: "所在的盘只读",
        EIO: "磁盘读写出错，可能已有损坏",
        ENODEV: "设备不存在",
        ENXIO: "设备不存在",
        ENODATA: "没有可读的数据",
        ESTALE: "网络文件夹已失效，需要重新挂载",
        ETIMEDOUT: "网络文件夹没有应答",
        ENETDOWN: "网络不通",
        ENETUNREACH: "网络不通",
        EHOSTDOWN: "网络文件夹所在的主机没有开机",
        EHOSTUNREACH: "网络文件夹所在的主机连接不上",
        ECONNREFUSED: "网络文件夹所在的主机拒绝连接",
        ECONNRESET: "网络连接中断",
        ENOTCONN: "网络文件夹没有连接",
        EREMOTEIO: "网络文件夹读写出错",
    ]

    /// What the process or the machine runs short of.
    private static let resources: [CInt: String] = [
        ENOMEM: "内存不足",
        EMFILE: "打开的文件过多",
        ENFILE: "系统打开的文件过多",
        ENOLCK: "系统的文件锁用完",
        EBUSY: "正被占用",
        ETXTBSY: "正被占用",
        EAGAIN: "暂时不可用，正被占用",
        EDEADLK: "与其他进程相互等待",
        EFBIG: "文件超过系统允许的大小",
        EOVERFLOW: "文件超过系统允许的大小",
        EINTR: "操作被打断",
        EPIPE: "接收的一方已经关闭",
        EBADF: "文件已经关闭",
        EFAULT: "程序内部出错",
    ]
}
