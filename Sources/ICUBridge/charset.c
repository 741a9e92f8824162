#include "ICUBridge.h"

#include <stdlib.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

struct minbar_charset_detector {
  UCharsetDetector *detector;
};

minbar_charset_detector *minbar_charset_detector_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return NULL;
  minbar_charset_detector *result = malloc(sizeof(minbar_charset_detector));
  if (result == NULL) {
    ucsdet_close(detector);
    return NULL;
  }
  result->detector = detector;
  return result;
}

void minbar_charset_detector_close(minbar_charset_detector *detector) {
  if (detector == NULL) return;
  ucsdet_close(detector->detector);
  free(detector);
}

const char *minbar_charset_detect(
    minbar_charset_detector *detector, const uint8_t *bytes, int32_t count, int32_t *confidence) {
  UErrorCode status = U_ZERO_ERROR;
  *confidence = 0;
  ucsdet_setText(detector->detector, (const char *)bytes, count, &status);
  const UCharsetMatch *match = ucsdet_detect(detector->detector, &status);
  if (U_FAILURE(status) || match == NULL) return NULL;
  *confidence = ucsdet_getConfidence(match, &status);
  const char *name = ucsdet_getName(match, &status);
  return U_FAILURE(status) ? NULL : name;
}

int32_t minbar_utf16_from_charset(
    const char *name, const uint8_t *bytes, int32_t count, uint16_t *units, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return -1;
  int32_t length = ucnv_toUChars(
      converter, (UChar *)units, capacity, (const char *)bytes, count, &status);
  ucnv_close(converter);
  if (status == U_BUFFER_OVERFLOW_ERROR) return length;
  return U_FAILURE(status) ? -1 : length;
}
