#pragma once
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

// Options of the library are structs of `char *`; as functions they take what Swift passes for `const char *`.

/// A workbook that is written to `path` when it is closed, its sheets before that to files below `folder`; where the
/// system puts such files, if that is null.
static inline lxw_workbook *xlsx_open(const char *path, const char *folder) {
    lxw_workbook_options options = {.tmpdir = (char *)folder};
    return workbook_new_opt(path, &options);
}

/// A file in memory that no folder has; -1 where there is none (memfd_create(2), which glibc shows to GNU programs only).
static inline int xlsx_memory_file(void) {
    const unsigned closedOnExec = 1;
    return (int)syscall(SYS_memfd_create, "workbook", closedOnExec);
}

/// Sets what makes two workbooks of the same content the same bytes: the library would take the time from the clock.
static inline lxw_error xlsx_describe(lxw_workbook *workbook, const char *title, time_t created) {
    lxw_doc_properties properties = {.title = (char *)title, .created = created};
    return workbook_set_properties(workbook, &properties);
}

static inline lxw_error xlsx_choices(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column,
    const char *const *choices, const char *title, const char *message) {
    lxw_data_validation validation = {
        .validate = LXW_VALIDATION_TYPE_LIST, .value_list = (char **)choices,
        .error_title = (char *)title, .error_message = (char *)message};
    return worksheet_data_validation_range(sheet, first_row, first_column, last_row, last_column, &validation);
}

/// A list to choose from that refuses nothing else.
static inline lxw_error xlsx_suggestions(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column,
    const char *const *choices) {
    lxw_data_validation validation = {
        .validate = LXW_VALIDATION_TYPE_LIST, .value_list = (char **)choices, .show_error = LXW_VALIDATION_OFF};
    return worksheet_data_validation_range(sheet, first_row, first_column, last_row, last_column, &validation);
}

/// `formula` is written for the first cell of the range and moves with the others.
static inline lxw_error xlsx_condition(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column,
    const char *formula, const char *title, const char *message) {
    lxw_data_validation validation = {
        .validate = LXW_VALIDATION_TYPE_CUSTOM_FORMULA, .value_formula = (char *)formula,
        .error_title = (char *)title, .error_message = (char *)message};
    return worksheet_data_validation_range(sheet, first_row, first_column, last_row, last_column, &validation);
}

static inline lxw_error xlsx_comment(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, const char *author, uint16_t width,
    uint16_t height) {
    lxw_comment_options options = {
        .author = (char *)author, .width = width, .height = height, .font_name = (char *)"宋体", .font_size = 9};
    return worksheet_write_comment_opt(sheet, row, column, text, &options);
}

/// Protects without a password what is locked; the sizes of columns and rows stay free.
static inline void xlsx_protect(lxw_worksheet *sheet) {
    lxw_protection options = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE};
    worksheet_protect(sheet, NULL, &options);
}

/// The same, and people may still filter.
static inline void xlsx_protect_filtered(lxw_worksheet *sheet) {
    lxw_protection options = {.format_columns = LXW_TRUE, .format_rows = LXW_TRUE, .autofilter = LXW_TRUE};
    worksheet_protect(sheet, NULL, &options);
}

/// Shows the cells of the range in `format` where `formula`, written for the first of them, holds.
static inline lxw_error xlsx_highlight(
    lxw_worksheet *sheet, lxw_row_t first_row, lxw_col_t first_column, lxw_row_t last_row, lxw_col_t last_column,
    const char *formula, lxw_format *format) {
    lxw_conditional_format condition = {
        .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = (char *)formula, .format = format};
    return worksheet_conditional_format_range(sheet, first_row, first_column, last_row, last_column, &condition);
}
