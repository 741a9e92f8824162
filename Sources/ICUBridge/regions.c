#include "ICUBridge.h"

#include <stddef.h>
#include <stdio.h>
#include <unicode/uloc.h>

const char *minbar_region(int32_t index) {
  const char *const *codes = uloc_getISOCountries();
  if (codes == NULL || index < 0) return NULL;
  for (int32_t place = 0; codes[place] != NULL; place++) {
    if (place == index) return codes[place];
  }
  return NULL;
}

int32_t minbar_region_name(const char *region, const char *language, uint16_t *out, int32_t capacity) {
  char locale[16];
  int length = snprintf(locale, sizeof locale, "und_%s", region);
  if (length < 0 || length >= (int)sizeof locale) return -1;
  UErrorCode status = U_ZERO_ERROR;
  int32_t needed = uloc_getDisplayCountry(locale, language, (UChar *)out, capacity, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR) return needed;
  return U_FAILURE(status) ? -1 : needed;
}
