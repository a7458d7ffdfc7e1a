extension Schedule {
    /// The file for `/etc/cron.d`.
    var crontab: String {
        """
        # consortium-monitor: the scheduled runs of one installation. The README's operator section installs it, and
        # `consortium-monitor schedule print` writes it for other folders, users and pipelines.
        # Times are those of the machine: set it to Asia/Shanghai (timedatectl set-timezone Asia/Shanghai), since the dates in
        # the alerts are dates in China.
        #
        # A run takes a lock, so one that overlaps another ends at once with exit code 75. A run that was killed, or a night
        # without power, is made good by the next. What a run does goes to the log, a dated line a step; cron mails only what
        # reaches standard error, and that is only what went wrong. A per cent sign stands behind a backslash, since cron takes
        # a bare one for a line break.

        SHELL=/bin/sh
        PATH=\(path)
        MONITOR_HOME=\(home)
        MAILTO=root

        # Every night: collect what has arrived, assess, write the pages, plan and deliver the alerts.
        30 2 * * *  \(user)  cd "$MONITOR_HOME" && \(nightly) >> var/run.log

        # Every Sunday: compare the store with what was received, then copy both; a copy a month is kept.
        15 4 * * 0  \(user)  cd "$MONITOR_HOME" && { \(dated("consortium-monitor verify")) \(dated(#"consortium-monitor backup "backups/$(date +\%Y-\%m).sqlite""#)) } >> var/run.log

        # Every morning: say so where no run has succeeded since the day before yesterday's night.
        0 8 * * *  \(user)  cd "$MONITOR_HOME" && consortium-monitor status --max-age 26h > var/status.txt

        # Every morning at a minute of this installation's own: send what waited for working hours.
        \(deliveryMinute) 9 * * *  \(user)  cd "$MONITOR_HOME" && { \(dated("consortium-monitor alert --deliver")) } >> var/run.log

        """
    }

    private var path: String {
        bin == Self.usualBin ? "/usr/local/bin:/usr/bin:/bin" : "\(bin):/usr/local/bin:/usr/bin:/bin"
    }

    /// One pipeline after the other, whatever becomes of the first: each has the store for itself.
    private var nightly: String {
        let runs = pipelines.map { "consortium-monitor run \($0)" }
        return runs.count == 1 ? runs[0] : "{ \(runs.joined(separator: "; ")); }"
    }

    /// A command whose one line says the hour in front.
    private func dated(_ command: String) -> String {
        #"printf '\%s ' "$(date -Is)"; \#(command);"#
    }
}
