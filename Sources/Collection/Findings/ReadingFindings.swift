internal import Standards

/// What was read otherwise than it is written, and what cannot be meant as it is written: units, days and years, ids.
extension FindingKind {
    static let readings: [FindingKind] = [
        unitConverted, unitStated, percentFraction, dateWithoutYear, dateInFuture, dateStillToCome, dateBeforeFirstYear,
        yearInFuture, yearBeforeFirst, idTooLong, longEntry, incidentUnassigned, policyUnplaced,
    ]

    package static let unitConverted = FindingKind(
        "unit-converted", .info, "单位已换算", "读到“{found}”，已换算为{converted}{unit}。")

    /// One a sheet and unit.
    package static let unitStated = FindingKind(
        "unit-stated", .info, "按表中的单位换算", "从这里起有{count}个数，表中写明以{found}计，已换算为{unit}。",
        "以后请按{unit}填报。")

    package static let percentFraction = FindingKind(
        "percent-fraction", .info, "百分比小于1", "已按{found}%读取。",
        "如应为{hundredfold}%，请填{hundredfold}。")

    package static let dateWithoutYear = FindingKind(
        "date-without-year", .error, "日期没有写全年份", "“{found}”没有写明四位的年份，不能确定是哪一天，未采用。",
        "请写全年、月、日，如2025-03-01。")

    package static let dateInFuture = FindingKind(
        "date-in-future", .error, "日期未到", "“{column}”为{found}，在今天（{today}）之后，不能采用，按日期不明处理。",
        "请核对后重报。")

    package static let dateStillToCome = FindingKind(
        "date-still-to-come", .warning, "日期未到", "“{column}”为{found}，在今天（{today}）之后，已按原样保存。",
        "请核对。")

    package static let dateBeforeFirstYear = FindingKind(
        "date-before-first-year", .info, "日期过早", "“{column}”为{found}，早于{first}年，已按原样保存。",
        "请核对。")

    /// One a sheet and year.
    package static let yearInFuture = FindingKind(
        "year-in-future", .error, "年度未到", "从这里起有{count}个数是{found}年度的{what}，今天是{today}，未采用。",
        "请核对年度后重报。")

    /// One a sheet and year.
    package static let yearBeforeFirst = FindingKind(
        "year-before-first", .warning, "年度过早", "从这里起有{count}个数是{found}年度的，早于标准的第一个年度{first}年，不参加评估，已按原样保存。",
        "请核对年度。")

    package static let idTooLong = FindingKind(
        "id-too-long", .error, "编号过长", "“{column}”有{count}字，超过{limit}字，不能作为编号。",
        "请改用较短的编号。")

    package static let incidentUnassigned = FindingKind(
        "incident-unassigned", .error, "事件待指定联合体", "事件“{id}”的联合体{found}，已列入待指定清单；指定以前，{place}各联合体有无该事件按情况不明处理。",
        "请以同一编号补报该事件，写明已登记的联合体编号。")

    package static let policyUnplaced = FindingKind(
        "policy-unplaced", .error, "政策文件待指定地区", "“{title}”的地区{found}，已列入待指定清单；指定以前，{place}各联合体有无该政策按情况不明处理。",
        "请以同一编号补报该文件，地区填六位代码或全称。")

    package static let longEntry = FindingKind(
        "ragged-entry-long", .error, "列数过多", "本行有{count}列，表头有{expected}列，多出的格中有“{found}”，各列的内容可能错位。",
        "格中的逗号请改为中文逗号，或给整格加引号。")
}
