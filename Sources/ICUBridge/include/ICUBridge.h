// The only door to the system's ICU. Swift sees opaque handles and plain units; <unicode/...> is included by the
// .c files of this folder alone, because Foundation carries an ICU of its own.
//
// Lengths are counted in elements. A function that fills a buffer returns the length that it needed; nothing
// was written when that exceeds the capacity. -1 says that ICU failed.
#ifndef MINBAR_ICU_BRIDGE_H
#define MINBAR_ICU_BRIDGE_H

#include <stdbool.h>
#include <stdint.h>

// Versions of ICU and of Unicode, such as "72.1" and "15.0".
const char *minbar_icu_version(void);
const char *minbar_unicode_version(void);

// MARK: Conversion. Bytes that are no UTF-8 and units that are no UTF-16 become U+FFFD.
int32_t minbar_utf16_from_utf8(const uint8_t *bytes, int32_t count, uint16_t *units, int32_t capacity);
int32_t minbar_utf8_from_utf16(const uint16_t *units, int32_t count, uint8_t *bytes, int32_t capacity);

// MARK: Normalising and case
bool minbar_is_nfc(const uint16_t *units, int32_t count);
int32_t minbar_nfc(const uint16_t *units, int32_t count, uint16_t *out, int32_t capacity);
int32_t minbar_nfd(const uint16_t *units, int32_t count, uint16_t *out, int32_t capacity);
int32_t minbar_fold_case(const uint16_t *units, int32_t count, uint16_t *out, int32_t capacity);
int32_t minbar_lower_case(
    const uint16_t *units, int32_t count, const char *locale, uint16_t *out, int32_t capacity);

// MARK: Character properties
enum {
  minbar_category_other = 0,
  minbar_category_letter = 1,
  minbar_category_mark = 2,
  minbar_category_digit = 3,
  minbar_category_number = 4,
  minbar_category_punctuation = 5,
  minbar_category_symbol = 6,
  minbar_category_space = 7,
  minbar_category_control = 8,
  minbar_category_format = 9,
  minbar_category_surrogate = 10,
  minbar_category_unassigned = 11,
};

enum {
  minbar_script_other = 0,
  minbar_script_common = 1,
  minbar_script_latin = 2,
  minbar_script_cyrillic = 3,
  minbar_script_arabic = 4,
  // Written without spaces between words: Han, Kana, Thai, Lao, Khmer, Myanmar.
  minbar_script_unspaced = 5,
};

// What the segmenter asks about one code point, one bit or small number each.
typedef struct {
  uint8_t category;
  uint8_t script;
  bool is_upper;
  bool is_emoji;
  bool is_emoji_presentation;
  bool is_emoji_modifier;
  bool is_regional_indicator;
  // Takes part in composition, so that a word holding it must be normalised.
  bool may_compose;
  bool is_ignorable;
  bool is_open_quote;
  bool is_close_quote;
  bool is_terminator;
} minbar_character;

minbar_character minbar_character_of(uint32_t code_point);
// Simple lower case of a code point of the Basic Multilingual Plane.
uint16_t minbar_simple_lower(uint16_t unit);

// MARK: ICU's own break iterators
typedef struct minbar_breaks minbar_breaks;
typedef enum { minbar_break_words = 0, minbar_break_sentences = 1 } minbar_break_kind;

// NULL when ICU has no rules.
minbar_breaks *minbar_breaks_open(minbar_break_kind kind, const char *locale);
void minbar_breaks_close(minbar_breaks *breaks);
// The units must stay where they are until the next call of set_text or close.
bool minbar_breaks_set_text(minbar_breaks *breaks, const uint16_t *units, int32_t count);
// The next bound, -1 at the end.
int32_t minbar_breaks_next(minbar_breaks *breaks);
// Whether what ended at the last bound is a word, a number or an ideograph.
bool minbar_breaks_is_word(minbar_breaks *breaks);

// MARK: Collation
typedef struct minbar_collator minbar_collator;
minbar_collator *minbar_collator_open(const char *locale);
void minbar_collator_close(minbar_collator *collator);
int32_t minbar_collator_key(
    minbar_collator *collator, const uint16_t *units, int32_t count, uint8_t *key, int32_t capacity);

// MARK: Plurals and numbers of a locale
typedef struct minbar_plurals minbar_plurals;
minbar_plurals *minbar_plurals_open(const char *locale);
void minbar_plurals_close(minbar_plurals *plurals);
// "one", "few", "many", "other" ... as ASCII units.
int32_t minbar_plurals_select(minbar_plurals *plurals, double number, uint16_t *out, int32_t capacity);

typedef struct minbar_numbers minbar_numbers;
typedef enum { minbar_number_decimal = 0, minbar_number_percent = 1, minbar_number_compact = 2 } minbar_number_style;
minbar_numbers *minbar_numbers_open(
    const char *locale, minbar_number_style style, int32_t least_fraction_digits,
    int32_t most_fraction_digits);
void minbar_numbers_close(minbar_numbers *numbers);
int32_t minbar_numbers_format(minbar_numbers *numbers, double number, uint16_t *out, int32_t capacity);

// MARK: Countries
// ISO 3166 code of a country, by its place in ICU's list from 0; NULL behind the last.
const char *minbar_region(int32_t index);
// What a language calls the country of a code.
int32_t minbar_region_name(const char *region, const char *language, uint16_t *out, int32_t capacity);

// MARK: Character sets
typedef struct minbar_charset_detector minbar_charset_detector;
minbar_charset_detector *minbar_charset_detector_open(void);
void minbar_charset_detector_close(minbar_charset_detector *detector);
// IANA name of the likeliest character set, NULL when ICU has no guess; `confidence` is 0 to 100.
// The name lives as long as the detector.
const char *minbar_charset_detect(
    minbar_charset_detector *detector, const uint8_t *bytes, int32_t count, int32_t *confidence);
// Converts bytes of a named character set to UTF-16; -1 when ICU does not know the name.
int32_t minbar_utf16_from_charset(
    const char *name, const uint8_t *bytes, int32_t count, uint16_t *units, int32_t capacity);

#endif
