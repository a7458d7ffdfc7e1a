extension Schedule {
    /// A job of systemd's: a service and the timer that starts it.
    private struct Unit {
        /// `consortium-monitor-run@`
        let name: String
        let description: String
        /// In the words of `systemd.time`.
        let calendar: String
        let commands: [String]
    }

    private var monitorUnits: [Unit] {
        // A run waits for another to end, since each needs the store for itself.
        let waiting = "/usr/bin/flock --wait 7200 \(home)/var/schedule.lock"
        return [
            Unit(
                name: "consortium-monitor-run@",
                description: "Collect, assess, write the pages and alert: pipeline %i of consortium-monitor",
                calendar: "*-*-* 02:30:00 Asia/Shanghai", commands: ["\(waiting) \(binary) run pipelines/%i.yml"]),
            Unit(
                name: "consortium-monitor-backup",
                description: "Compare the store of consortium-monitor with what was received, and copy both",
                calendar: "Sun *-*-* 04:15:00 Asia/Shanghai",
                commands: [
                    Self.dated("\(waiting) \(binary) verify"),
                    Self.dated(#"\#(waiting) \#(binary) backup "backups/$$(date +%%Y-%%m).sqlite""#),
                ]),
            Unit(
                name: "consortium-monitor-watch",
                description: "Whether a run of consortium-monitor has succeeded since the night before the last",
                calendar: "*-*-* 08:00:00 Asia/Shanghai",
                commands: ["\(binary) status --max-age 26h --out var/status.txt"]),
            Unit(
                name: "consortium-monitor-deliver",
                description: "Send what waited for working hours: alerts of consortium-monitor",
                calendar: "*-*-* 09:\(deliveryMinute < 10 ? "0" : "")\(deliveryMinute):00 Asia/Shanghai",
                commands: [Self.dated("\(waiting) \(binary) alert --deliver")]),
        ]
    }

    /// A command whose one line says the hour in front; systemd takes one dollar or per cent sign of two.
    private static func dated(_ command: String) -> String {
        #"/bin/sh -c 'printf "%%s " "$$(date -Is)"; exec \#(command)'"#
    }

    /// The files for `/etc/systemd/system`.
    var units: [File] {
        monitorUnits.flatMap { unit in
            [
                File(path: "/etc/systemd/system/\(unit.name).service", text: service(unit)),
                File(path: "/etc/systemd/system/\(unit.name).timer", text: timer(unit)),
            ]
        }
    }

    /// The timers that are enabled: those of a template once for each pipeline.
    var timers: [(instance: String, file: String)] {
        monitorUnits.flatMap { unit in
            let file = "\(unit.name).timer"
            guard unit.name.hasSuffix("@") else { return [(file, file)] }
            return pipelines.map { ("\(unit.name)\(Self.instance(of: $0)).timer", file) }
        }
    }

    /// `pipelines/municipal-annual.yml` as the name of an instance: `municipal-annual`.
    private static func instance(of pipeline: String) -> String {
        String(pipeline.split(separator: "/").last ?? "").replacing(".yml", with: "")
    }

    private func timer(_ unit: Unit) -> String {
        """
        # consortium-monitor: written by `consortium-monitor schedule`.
        [Unit]
        Description=\(unit.description)

        [Timer]
        OnCalendar=\(unit.calendar)
        # A time that passed while the machine was off is made good once, when it is on again.
        Persistent=true
        AccuracySec=1s

        [Install]
        WantedBy=timers.target

        """
    }

    /// Whatever the job reads, it writes below the installation's folder and nowhere else, and gains nothing.
    private func service(_ unit: Unit) -> String {
        """
        # consortium-monitor: written by `consortium-monitor schedule`.
        [Unit]
        Description=\(unit.description)
        After=network-online.target local-fs.target
        Wants=network-online.target
        RequiresMountsFor=\(home)

        [Service]
        Type=oneshot
        User=\(user)
        Group=\(user)
        WorkingDirectory=\(home)
        UMask=0077
        Environment=TZ=Asia/Shanghai
        \(unit.commands.map { "ExecStart=\($0)" }.joined(separator: "\n"))
        # The log of the runs; what went wrong is in the journal, and the unit has failed.
        StandardOutput=append:\(home)/var/run.log
        StandardError=journal
        TimeoutStartSec=6h

        NoNewPrivileges=yes
        PrivateTmp=yes
        PrivateDevices=yes
        ProtectSystem=strict
        \(isBelowHomes ? "" : "ProtectHome=yes\n")ReadWritePaths=\(home)
        ProtectClock=yes
        ProtectControlGroups=yes
        ProtectHostname=yes
        ProtectKernelLogs=yes
        ProtectKernelModules=yes
        ProtectKernelTunables=yes
        RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        LockPersonality=yes
        MemoryDenyWriteExecute=yes
        CapabilityBoundingSet=
        SystemCallArchitectures=native
        SystemCallFilter=@system-service

        """
    }

    /// ProtectHome hides the folders of people, and with them an installation that lies in one.
    private var isBelowHomes: Bool { home.hasPrefix("/home/") || home.hasPrefix("/root/") }
}
