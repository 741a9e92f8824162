#include "ICUBridge.h"

#include <unicode/uclean.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

const char *minbar_icu_version(void) { return U_ICU_VERSION; }

const char *minbar_unicode_version(void) { return U_UNICODE_VERSION; }

// The length of a result, or -1. A buffer that was too small is no failure: the caller asks again.
static int32_t length_or_failure(int32_t length, UErrorCode status) {
  if (status == U_BUFFER_OVERFLOW_ERROR) return length;
  return U_FAILURE(status) ? -1 : length;
}

int32_t minbar_utf16_from_utf8(const uint8_t *bytes, int32_t count, uint16_t *units, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8WithSub(
      (UChar *)units, capacity, &length, (const char *)bytes, count, 0xFFFD, NULL, &status);
  return length_or_failure(length, status);
}

int32_t minbar_utf8_from_utf16(const uint16_t *units, int32_t count, uint8_t *bytes, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strToUTF8WithSub(
      (char *)bytes, capacity, &length, (const UChar *)units, count, 0xFFFD, NULL, &status);
  return length_or_failure(length, status);
}

bool minbar_is_nfc(const uint16_t *units, int32_t count) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return false;
  UBool answer = unorm2_isNormalized(normalizer, (const UChar *)units, count, &status);
  return U_SUCCESS(status) && answer;
}

static int32_t normalize(
    const UNormalizer2 *normalizer, const uint16_t *units, int32_t count, uint16_t *out, int32_t capacity,
    UErrorCode status) {
  if (U_FAILURE(status)) return -1;
  int32_t length = unorm2_normalize(
      normalizer, (const UChar *)units, count, (UChar *)out, capacity, &status);
  return length_or_failure(length, status);
}

int32_t minbar_nfc(const uint16_t *units, int32_t count, uint16_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFCInstance(&status);
  return normalize(normalizer, units, count, out, capacity, status);
}

int32_t minbar_nfd(const uint16_t *units, int32_t count, uint16_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFDInstance(&status);
  return normalize(normalizer, units, count, out, capacity, status);
}

int32_t minbar_fold_case(const uint16_t *units, int32_t count, uint16_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = u_strFoldCase(
      (UChar *)out, capacity, (const UChar *)units, count, U_FOLD_CASE_DEFAULT, &status);
  return length_or_failure(length, status);
}

int32_t minbar_lower_case(
    const uint16_t *units, int32_t count, const char *locale, uint16_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = u_strToLower(
      (UChar *)out, capacity, (const UChar *)units, count, locale, &status);
  return length_or_failure(length, status);
}
