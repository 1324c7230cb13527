// The functions of libcurl that Mail calls, each passed on to the library when it is called.
#include "shim.h"

#include <stdarg.h>

#include "late.h"

// Macros of these names check the types of arguments; here the functions are meant.
#undef curl_easy_setopt
#undef curl_easy_getinfo

#define LIBCURL(name) LATE_FUNCTION("libcurl.so.4", name)

CURLcode curl_global_init(long flags) {
  LIBCURL(curl_global_init);
  return function(flags);
}

CURL *curl_easy_init(void) {
  LIBCURL(curl_easy_init);
  return function();
}

// Whatever an option takes (text, a number, a function, a size) is passed as a pointer is.
_Static_assert(sizeof(long) == sizeof(void *), "numbers are as wide as pointers");
_Static_assert(sizeof(curl_off_t) == sizeof(void *), "sizes are as wide as pointers");

CURLcode curl_easy_setopt(CURL *handle, CURLoption option, ...) {
  LIBCURL(curl_easy_setopt);
  va_list arguments;
  va_start(arguments, option);
  void *value = va_arg(arguments, void *);
  va_end(arguments);
  return function(handle, option, value);
}

CURLcode curl_easy_getinfo(CURL *handle, CURLINFO info, ...) {
  LIBCURL(curl_easy_getinfo);
  va_list arguments;
  va_start(arguments, info);
  void *target = va_arg(arguments, void *);
  va_end(arguments);
  return function(handle, info, target);
}

CURLcode curl_easy_perform(CURL *handle) {
  LIBCURL(curl_easy_perform);
  return function(handle);
}

void curl_easy_cleanup(CURL *handle) {
  LIBCURL(curl_easy_cleanup);
  function(handle);
}

const char *curl_easy_strerror(CURLcode code) {
  LIBCURL(curl_easy_strerror);
  return function(code);
}

struct curl_slist *curl_slist_append(struct curl_slist *list, const char *text) {
  LIBCURL(curl_slist_append);
  return function(list, text);
}

void curl_slist_free_all(struct curl_slist *list) {
  LIBCURL(curl_slist_free_all);
  function(list);
}
