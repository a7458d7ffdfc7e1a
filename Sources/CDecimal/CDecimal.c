// Intel's decimal floating-point library, as Debian builds it: arguments by value, the rounding mode and the
// exception flags as arguments rather than globals. The three macros must say so before its headers are read.
#define DECIMAL_CALL_BY_REFERENCE 0
#define DECIMAL_GLOBAL_ROUNDING 0
#define DECIMAL_GLOBAL_EXCEPTION_FLAGS 0
#include <wchar.h>
#include <bid_conf.h>
#include <bid_functions.h>

#include "CDecimal.h"

// Exceptions are not looked at: a result that is no number says so itself, being NaN or an infinity.

static inline BID_UINT128 bid(CDecimal value) {
    BID_UINT128 result;
    result.w[0] = value.low;
    result.w[1] = value.high;
    return result;
}

static inline CDecimal plain(BID_UINT128 value) {
    return (CDecimal){.low = value.w[0], .high = value.w[1]};
}

CDecimal cdecimal_add(CDecimal left, CDecimal right) {
    _IDEC_flags flags = 0;
    return plain(bid128_add(bid(left), bid(right), CDecimalRoundingHalfEven, &flags));
}

CDecimal cdecimal_subtract(CDecimal left, CDecimal right) {
    _IDEC_flags flags = 0;
    return plain(bid128_sub(bid(left), bid(right), CDecimalRoundingHalfEven, &flags));
}

CDecimal cdecimal_multiply(CDecimal left, CDecimal right) {
    _IDEC_flags flags = 0;
    return plain(bid128_mul(bid(left), bid(right), CDecimalRoundingHalfEven, &flags));
}

CDecimal cdecimal_divide(CDecimal left, CDecimal right) {
    _IDEC_flags flags = 0;
    return plain(bid128_div(bid(left), bid(right), CDecimalRoundingHalfEven, &flags));
}

CDecimal cdecimal_fmod(CDecimal left, CDecimal right) {
    _IDEC_flags flags = 0;
    return plain(bid128_fmod(bid(left), bid(right), &flags));
}

CDecimal cdecimal_power(CDecimal base, CDecimal exponent) {
    _IDEC_flags flags = 0;
    return plain(bid128_pow(bid(base), bid(exponent), CDecimalRoundingHalfEven, &flags));
}

CDecimal cdecimal_square_root(CDecimal value) {
    _IDEC_flags flags = 0;
    return plain(bid128_sqrt(bid(value), CDecimalRoundingHalfEven, &flags));
}

CDecimal cdecimal_exponential(CDecimal value) {
    _IDEC_flags flags = 0;
    return plain(bid128_exp(bid(value), CDecimalRoundingHalfEven, &flags));
}

CDecimal cdecimal_natural_logarithm(CDecimal value) {
    _IDEC_flags flags = 0;
    return plain(bid128_log(bid(value), CDecimalRoundingHalfEven, &flags));
}

CDecimal cdecimal_quantize(CDecimal value, CDecimal quantum, CDecimalRounding rounding) {
    _IDEC_flags flags = 0;
    return plain(bid128_quantize(bid(value), bid(quantum), rounding, &flags));
}

CDecimal cdecimal_scale(CDecimal value, int exponent) {
    _IDEC_flags flags = 0;
    return plain(bid128_scalbn(bid(value), exponent, CDecimalRoundingHalfEven, &flags));
}

int cdecimal_equal(CDecimal left, CDecimal right) {
    _IDEC_flags flags = 0;
    return bid128_quiet_equal(bid(left), bid(right), &flags);
}

int cdecimal_less(CDecimal left, CDecimal right) {
    _IDEC_flags flags = 0;
    return bid128_quiet_less(bid(left), bid(right), &flags);
}

CDecimal cdecimal_from_text(const char *text) {
    _IDEC_flags flags = 0;
    return plain(bid128_from_string((char *)text, CDecimalRoundingHalfEven, &flags));
}

double cdecimal_to_double(CDecimal value) {
    _IDEC_flags flags = 0;
    return bid128_to_binary64(bid(value), CDecimalRoundingHalfEven, &flags);
}
