extension FileFormat {
    /// What people call it: `旧版 Excel 或 WPS 表格（.xls、.et）`.
    package var title: String {
        switch self {
        case .empty: "空文件（0 字节）"
        case .workbook: "Excel 工作簿（.xlsx）"
        case .document: "Word 文档（.docx）"
        case .presentation: "演示文稿（.pptx）"
        case .binaryWorkbook: "Excel 二进制工作簿（.xlsb）"
        case .oldWorkbook: "旧版 Excel 或 WPS 表格（.xls、.et）"
        case .oldDocument: "旧版 Word 或 WPS 文字（.doc、.wps）"
        case .oldPresentation: "旧版演示文稿（.ppt、.dps）"
        case .oldOffice: "旧版 Office 或 WPS 文件（.xls、.et、.doc、.wps）"
        case .mail: "Outlook 邮件（.msg）"
        case .encrypted: "设有打开密码或权限的文件"
        case .openSpreadsheet: "OpenDocument 表格（.ods）"
        case .openDocument: "OpenDocument 文件（.odt 等）"
        case .appleDocument: "苹果 iWork 文件（.numbers、.pages）"
        case .fixedLayout: "OFD 版式文件"
        case .pdf: "PDF 文件"
        case .richText: "RTF 文档"
        case .webPage: "网页（HTML）"
        case .webArchive: "单文件网页或邮件（.mht、.eml）"
        case .workbookXML: "XML 表格（2003 版）"
        case .documentXML: "XML 文档（2003 版）"
        case .otherXML: "XML 文件"
        case .zip: "ZIP 压缩包"
        case .rar: "RAR 压缩包"
        case .sevenZip: "7Z 压缩包"
        case .otherArchive: "压缩包"
        case .picture: "图片"
        case .recording: "音频或视频"
        case .shortcut: "快捷方式"
        case .program: "程序文件"
        case .other: "无法识别的文件"
        }
    }

    /// `文件是 PDF 文件`, `文件是旧版 Excel 或 WPS 表格（.xls、.et）`: the start of a sentence.
    package var phrase: String {
        switch self {
        case .empty: "文件是空的（0 字节）"
        case .encrypted: "文件设有打开密码或权限"
        case .other: "文件不是表格，也认不出是哪一种文件"
        default: "文件是\(title.first?.isASCII == true ? " " : "")\(title)"
        }
    }

    /// What is to be done to hand in what is in it as a table.
    package var remedy: String {
        switch self {
        case .empty: "请重新发送。"
        case .workbook, .binaryWorkbook, .oldWorkbook, .oldOffice, .openSpreadsheet, .webPage, .webArchive,
            .workbookXML:
            "请在WPS或Excel中打开，另存为.xlsx后重新报送。"
        case .oldDocument, .openDocument, .richText, .documentXML:
            "请在 WPS 或 Word 中打开，另存为 .docx 后重新报送；填报数据请用下发的 .xlsx 表格。"
        case .encrypted: "请打开文件，取消打开密码和权限限制，另存为.xlsx后重新报送。"
        case .zip, .rar, .sevenZip, .otherArchive: "请解压后直接报送其中的 .xlsx 文件，不要打包。"
        case .appleDocument: "请导出为 Excel 格式（.xlsx）后重新报送。"
        case .shortcut: "请报送文件本身，不要发送快捷方式。"
        case .mail: "请把邮件中的附件另存后报送。"
        case .program: "请核对后删去，只报送表格。"
        case .document, .presentation, .oldPresentation, .fixedLayout, .pdf, .picture, .recording, .otherXML, .other:
            "填报数据请用下发的 .xlsx 表格报送；作佐证材料的，请在“佐证材料”一列写明文件名。"
        }
    }
}
