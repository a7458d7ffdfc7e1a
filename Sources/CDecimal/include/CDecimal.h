#pragma once

#include <stdint.h>

/// The 128 bits of an IEEE 754-2008 decimal128 number in its binary integer encoding:
/// sign (1), exponent biased by 6176 (14), coefficient (113).
typedef struct {
    uint64_t low;
    uint64_t high;
} CDecimal;

/// The rounding attributes of IEEE 754-2008, with the numbers Intel's library gives them.
typedef enum {
    CDecimalRoundingHalfEven = 0,
    CDecimalRoundingFloor = 1,
    CDecimalRoundingCeiling = 2,
    CDecimalRoundingTowardZero = 3,
    CDecimalRoundingHalfUp = 4,
} CDecimalRounding;

CDecimal cdecimal_add(CDecimal left, CDecimal right);
CDecimal cdecimal_subtract(CDecimal left, CDecimal right);
CDecimal cdecimal_multiply(CDecimal left, CDecimal right);
CDecimal cdecimal_divide(CDecimal left, CDecimal right);
CDecimal cdecimal_fmod(CDecimal left, CDecimal right);
CDecimal cdecimal_power(CDecimal base, CDecimal exponent);
CDecimal cdecimal_square_root(CDecimal value);
CDecimal cdecimal_exponential(CDecimal value);
CDecimal cdecimal_natural_logarithm(CDecimal value);

/// `value` with the exponent of `quantum`, rounded as asked; NaN where that needs more than 34 digits.
CDecimal cdecimal_quantize(CDecimal value, CDecimal quantum, CDecimalRounding rounding);
/// `value` × 10^`exponent`.
CDecimal cdecimal_scale(CDecimal value, int exponent);

int cdecimal_equal(CDecimal left, CDecimal right);
int cdecimal_less(CDecimal left, CDecimal right);

/// The number nearest to a decimal numeral, ties to even; an infinity where it is too large.
CDecimal cdecimal_from_text(const char *text);
double cdecimal_to_double(CDecimal value);
