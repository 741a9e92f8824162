#include "ICUBridge.h"

#include <stdlib.h>
#include <unicode/ucol.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>

struct minbar_collator {
  UCollator *collator;
};

struct minbar_plurals {
  UPluralRules *rules;
};

struct minbar_numbers {
  UNumberFormat *format;
};

static int32_t length_or_failure(int32_t length, UErrorCode status) {
  if (status == U_BUFFER_OVERFLOW_ERROR) return length;
  return U_FAILURE(status) ? -1 : length;
}

minbar_collator *minbar_collator_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &status);
  if (U_FAILURE(status)) return NULL;
  minbar_collator *result = malloc(sizeof(minbar_collator));
  if (result == NULL) {
    ucol_close(collator);
    return NULL;
  }
  result->collator = collator;
  return result;
}

void minbar_collator_close(minbar_collator *collator) {
  if (collator == NULL) return;
  ucol_close(collator->collator);
  free(collator);
}

int32_t minbar_collator_key(
    minbar_collator *collator, const uint16_t *units, int32_t count, uint8_t *key, int32_t capacity) {
  int32_t length = ucol_getSortKey(collator->collator, (const UChar *)units, count, key, capacity);
  return length == 0 ? -1 : length;
}

minbar_plurals *minbar_plurals_open(const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UPluralRules *rules = uplrules_open(locale, &status);
  if (U_FAILURE(status)) return NULL;
  minbar_plurals *result = malloc(sizeof(minbar_plurals));
  if (result == NULL) {
    uplrules_close(rules);
    return NULL;
  }
  result->rules = rules;
  return result;
}

void minbar_plurals_close(minbar_plurals *plurals) {
  if (plurals == NULL) return;
  uplrules_close(plurals->rules);
  free(plurals);
}

int32_t minbar_plurals_select(minbar_plurals *plurals, double number, uint16_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uplrules_select(plurals->rules, number, (UChar *)out, capacity, &status);
  return length_or_failure(length, status);
}

static UNumberFormatStyle icu_style(minbar_number_style style) {
  switch (style) {
    case minbar_number_percent: return UNUM_PERCENT;
    case minbar_number_compact: return UNUM_DECIMAL_COMPACT_SHORT;
    default: return UNUM_DECIMAL;
  }
}

minbar_numbers *minbar_numbers_open(
    const char *locale, minbar_number_style style, int32_t least_fraction_digits,
    int32_t most_fraction_digits) {
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(icu_style(style), NULL, 0, locale, NULL, &status);
  if (U_FAILURE(status)) return NULL;
  unum_setAttribute(format, UNUM_MIN_FRACTION_DIGITS, least_fraction_digits);
  unum_setAttribute(format, UNUM_MAX_FRACTION_DIGITS, most_fraction_digits);
  minbar_numbers *result = malloc(sizeof(minbar_numbers));
  if (result == NULL) {
    unum_close(format);
    return NULL;
  }
  result->format = format;
  return result;
}

void minbar_numbers_close(minbar_numbers *numbers) {
  if (numbers == NULL) return;
  unum_close(numbers->format);
  free(numbers);
}

int32_t minbar_numbers_format(minbar_numbers *numbers, double number, uint16_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = unum_formatDouble(
      numbers->format, number, (UChar *)out, capacity, NULL, &status);
  return length_or_failure(length, status);
}
