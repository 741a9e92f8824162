#include "ICUBridge.h"

#include <stdlib.h>
#include <unicode/ubrk.h>

struct minbar_breaks {
  UBreakIterator *iterator;
};

minbar_breaks *minbar_breaks_open(minbar_break_kind kind, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIteratorType type = kind == minbar_break_words ? UBRK_WORD : UBRK_SENTENCE;
  UBreakIterator *iterator = ubrk_open(type, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  minbar_breaks *breaks = malloc(sizeof(minbar_breaks));
  if (breaks == NULL) {
    ubrk_close(iterator);
    return NULL;
  }
  breaks->iterator = iterator;
  return breaks;
}

void minbar_breaks_close(minbar_breaks *breaks) {
  if (breaks == NULL) return;
  ubrk_close(breaks->iterator);
  free(breaks);
}

bool minbar_breaks_set_text(minbar_breaks *breaks, const uint16_t *units, int32_t count) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaks->iterator, (const UChar *)units, count, &status);
  if (U_FAILURE(status)) return false;
  ubrk_first(breaks->iterator);
  return true;
}

int32_t minbar_breaks_next(minbar_breaks *breaks) {
  int32_t bound = ubrk_next(breaks->iterator);
  return bound == UBRK_DONE ? -1 : bound;
}

bool minbar_breaks_is_word(minbar_breaks *breaks) {
  return ubrk_getRuleStatus(breaks->iterator) >= UBRK_WORD_NONE_LIMIT;
}
