internal import Safekeeping

/// What a machine does by itself for one installation: which jobs, when, and where it writes.
package struct Schedule: Sendable, Hashable {
    /// How jobs are started.
    package enum Kind: String, Sendable, CaseIterable {
        case cron, systemd
    }

    /// The folder that everything of the installation lies in.
    package let home: String
    /// The folder of the binary.
    package let bin: String
    /// The user that jobs run as, and its group.
    package let user: String
    /// Paths of the pipelines below ``home``, run in this order.
    package let pipelines: [String]
    /// The minute after nine at which deliveries that waited for working hours go out.
    package let deliveryMinute: Int

    package init(home: String, bin: String, user: String, pipelines: [String], deliveryMinute: Int) {
        self.home = home
        self.bin = bin
        self.user = user
        self.pipelines = pipelines
        self.deliveryMinute = deliveryMinute
    }

    package static let usualHome = "/var/lib/consortium-monitor"
    package static let usualBin = "/usr/local/bin"
    package static let usualUser = "monitor"

    var binary: String { "\(bin)/consortium-monitor" }

    /// Odd minutes off the full and the half hour, when everybody's robots send.
    private static let deliveryMinutes =
        Array(stride(from: 3, through: 27, by: 2)) + Array(stride(from: 33, through: 57, by: 2))

    /// The minute of an installation: always the same there, another elsewhere.
    /// - Parameter identity: what tells the installation from others, such as the machine's id and the folder.
    package static func deliveryMinute(of identity: String) -> Int {
        let digits = SHA256.digest(of: identity.utf8).prefix(8)
        return deliveryMinutes[(Int(digits, radix: 16) ?? 0) % deliveryMinutes.count]
    }

    /// A file to install, and what stands in it.
    package struct File: Sendable, Hashable {
        package let path: String
        package let text: String
    }

    /// Every file of the schedule, in the order of their paths' meaning: jobs first.
    package func files(_ kind: Kind) -> [File] {
        let jobs = kind == .cron ? [File(path: "/etc/cron.d/consortium-monitor", text: crontab)] : units
        return jobs + [
            File(path: "/etc/tmpfiles.d/consortium-monitor.conf", text: folders),
            File(path: "/etc/logrotate.d/consortium-monitor", text: rotation),
        ]
    }

    /// Links that a schedule needs, by their paths: what `systemctl enable` makes.
    package func links(_ kind: Kind) -> [(path: String, target: String)] {
        guard kind == .systemd else { return [] }
        return timers.map {
            ("/etc/systemd/system/timers.target.wants/\($0.instance)", "/etc/systemd/system/\($0.file)")
        }
    }
}

extension Schedule {
    /// For systemd-tmpfiles: the folders of the installation, for its user alone.
    private var folders: String {
        let halves = ["/submissions", "/registers"]
        let inboxes = [""] + halves + ["/communities"] + halves.map { "/communities\($0)" }
        let folders = ["", "/var"] + inboxes.map { "/var/inbox\($0)" } + ["/backups"]
        return
            "# consortium-monitor: the folders of the installation, made when the machine starts where they are missing.\n"
            + folders.map { "d \(home)\($0) 0700 \(user) \(user) -\n" }.joined()
    }

    /// For logrotate: a year of weekly logs. A run opens the log anew, so nothing has to be told of the change.
    private var rotation: String {
        """
        # consortium-monitor: the log of the runs, a file a week for a year.
        \(home)/var/run.log {
            su \(user) \(user)
            weekly
            rotate 53
            dateext
            compress
            delaycompress
            missingok
            notifempty
            create 0600 \(user) \(user)
        }

        """
    }
}
