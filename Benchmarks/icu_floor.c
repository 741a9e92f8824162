// The floor that text analysis is measured against: what ICU alone needs to turn UTF-8 into UTF-16 and to find the sentence and
// word breaks of every text. It decides nothing and keeps nothing.
//
//   icu_floor [--nul | --lines | --whole] FILE
//
// --nul: texts end with a NUL byte (default); --lines: with a line feed; --whole: the file is one text. Prints counts and, as
// its last word, megabytes (10^6 bytes) per second, reading the file included. Iterators are opened once, as any program that
// reads many texts would do.

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>

struct floor_state {
  UBreakIterator *sentences, *words;
  UChar *units;
  int32_t capacity;
  long texts, sentence_count, word_count;
};

static void stop(const char *why) {
  fprintf(stderr, "icu_floor: %s\n", why);
  exit(2);
}

static UBreakIterator *open_breaks(UBreakIteratorType type) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = ubrk_open(type, "root", NULL, 0, &status);
  if (U_FAILURE(status)) stop(u_errorName(status));
  return breaks;
}

static void grow(struct floor_state *state, int32_t capacity) {
  if (capacity <= state->capacity) return;
  free(state->units);
  state->units = malloc((size_t)capacity * sizeof(UChar));
  if (state->units == NULL) stop("out of memory");
  state->capacity = capacity;
}

static long count_breaks(UBreakIterator *breaks, const UChar *units, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  ubrk_setText(breaks, units, length, &status);
  if (U_FAILURE(status)) stop(u_errorName(status));
  long count = 0;
  while (ubrk_next(breaks) != UBRK_DONE) count++;
  return count;
}

static void read_text(struct floor_state *state, const char *bytes, size_t count) {
  if (count == 0) return;
  if (count > INT32_MAX - 1) stop("a text is too long");
  // UTF-8 never has more UTF-16 units than bytes.
  grow(state, (int32_t)count + 1);
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8WithSub(state->units, state->capacity, &length, bytes, (int32_t)count, 0xFFFD, NULL, &status);
  if (U_FAILURE(status)) stop(u_errorName(status));
  state->texts++;
  state->sentence_count += count_breaks(state->sentences, state->units, length);
  state->word_count += count_breaks(state->words, state->units, length);
}

static void read_texts(struct floor_state *state, const char *bytes, size_t count, int separator) {
  if (separator < 0) {
    read_text(state, bytes, count);
    return;
  }
  size_t at = 0;
  while (at < count) {
    const char *end = memchr(bytes + at, separator, count - at);
    size_t length = end == NULL ? count - at : (size_t)(end - (bytes + at));
    read_text(state, bytes + at, length);
    at += length + 1;
  }
}

static char *read_file(const char *path, size_t *count) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) stop("cannot read the file");
  long size = ftell(file);
  rewind(file);
  char *bytes = malloc((size_t)size + 1);
  if (size < 0 || bytes == NULL) stop("out of memory");
  *count = fread(bytes, 1, (size_t)size, file);
  fclose(file);
  return bytes;
}

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **words) {
  int separator = 0;
  const char *path = NULL;
  for (int i = 1; i < count; i++) {
    if (strcmp(words[i], "--nul") == 0) separator = 0;
    else if (strcmp(words[i], "--lines") == 0) separator = '\n';
    else if (strcmp(words[i], "--whole") == 0) separator = -1;
    else path = words[i];
  }
  if (path == NULL) stop("use: icu_floor [--nul | --lines | --whole] FILE");
  struct floor_state state = {.sentences = open_breaks(UBRK_SENTENCE), .words = open_breaks(UBRK_WORD)};
  double start = now();
  size_t size = 0;
  char *bytes = read_file(path, &size);
  read_texts(&state, bytes, size, separator);
  double seconds = now() - start;
  free(bytes);
  ubrk_close(state.sentences);
  ubrk_close(state.words);
  free(state.units);
  printf("texts %ld sentences %ld word-breaks %ld bytes %zu seconds %.4f MB/s %.2f\n", state.texts,
         state.sentence_count, state.word_count, size, seconds, (double)size / 1e6 / seconds);
  return 0;
}
