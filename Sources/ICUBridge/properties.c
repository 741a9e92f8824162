#include "ICUBridge.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

static uint8_t category_of(UChar32 c) {
  uint32_t mask = U_MASK(u_charType(c));
  if (mask & U_GC_L_MASK) return minbar_category_letter;
  if (mask & U_GC_M_MASK) return minbar_category_mark;
  if (mask & U_GC_ND_MASK) return minbar_category_digit;
  if (mask & U_GC_N_MASK) return minbar_category_number;
  if (mask & U_GC_P_MASK) return minbar_category_punctuation;
  if (mask & U_GC_S_MASK) return minbar_category_symbol;
  if (mask & U_GC_Z_MASK) return minbar_category_space;
  if (mask & U_GC_CC_MASK) return u_isUWhiteSpace(c) ? minbar_category_space : minbar_category_control;
  if (mask & U_GC_CF_MASK) return minbar_category_format;
  if (mask & U_GC_CS_MASK) return minbar_category_surrogate;
  return minbar_category_unassigned;
}

static uint8_t script_of(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_LATIN: return minbar_script_latin;
    case USCRIPT_CYRILLIC: return minbar_script_cyrillic;
    case USCRIPT_ARABIC: return minbar_script_arabic;
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED: return minbar_script_common;
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR: return minbar_script_unspaced;
    default: return minbar_script_other;
  }
}

static bool may_compose(UChar32 c) {
  int32_t check = u_getIntPropertyValue(c, UCHAR_NFC_QUICK_CHECK);
  return check != UNORM_YES || u_getCombiningClass(c) != 0;
}

minbar_character minbar_character_of(uint32_t code_point) {
  UChar32 c = (UChar32)code_point;
  int32_t sentence = u_getIntPropertyValue(c, UCHAR_SENTENCE_BREAK);
  int8_t type = u_charType(c);
  minbar_character result = {
      .category = category_of(c),
      .script = script_of(c),
      .is_upper = u_isUUppercase(c) || u_istitle(c),
      .is_emoji = u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC),
      .is_emoji_presentation = u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION),
      .is_emoji_modifier = u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER),
      .is_regional_indicator = u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR),
      .may_compose = may_compose(c),
      .is_ignorable = u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT),
      .is_open_quote = type == U_INITIAL_PUNCTUATION || type == U_START_PUNCTUATION,
      .is_close_quote = type == U_FINAL_PUNCTUATION || type == U_END_PUNCTUATION,
      .is_terminator = sentence == U_SB_STERM || sentence == U_SB_ATERM,
  };
  return result;
}

uint16_t minbar_simple_lower(uint16_t unit) {
  UChar32 lower = u_tolower(unit);
  return lower > 0xFFFF ? unit : (uint16_t)lower;
}
