// curl_easy_setopt and curl_easy_getinfo take a variable number of arguments, which Swift cannot
// call. Each function here fixes the type of the one argument.
#ifndef HOUSESTAFF_CCURL_H
#define HOUSESTAFF_CCURL_H

#include <curl/curl.h>
#include <signal.h>

/// Sets an option that takes text; libcurl keeps a copy of its own.
static inline CURLcode ccurl_set_text(CURL *handle, CURLoption option, const char *text) {
  return curl_easy_setopt(handle, option, text);
}

/// Sets an option that takes a number or a switch.
static inline CURLcode ccurl_set_number(CURL *handle, CURLoption option, long number) {
  return curl_easy_setopt(handle, option, number);
}

/// Sets where libcurl writes why it failed: CURL_ERROR_SIZE octets that outlive the transfer.
static inline CURLcode ccurl_set_error_text(CURL *handle, char *text) {
  return curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, text);
}

/// Sets the number of octets that the message has.
static inline CURLcode ccurl_set_size(CURL *handle, curl_off_t octets) {
  return curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, octets);
}

/// Sets the envelope's recipients; libcurl keeps no copy, so the list must outlive the transfer.
static inline CURLcode ccurl_set_recipients(CURL *handle, struct curl_slist *recipients) {
  return curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, recipients);
}

/// A function that libcurl calls to fetch or to hand over octets.
typedef size_t (*ccurl_transfer)(char *octets, size_t size, size_t count, void *context);

/// Sets the function from which libcurl reads the message.
static inline CURLcode ccurl_set_reader(CURL *handle, ccurl_transfer reader, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_READFUNCTION, reader);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_READDATA, context);
}

/// Sets the function that receives each line of the server's answers.
static inline CURLcode ccurl_set_listener(CURL *handle, ccurl_transfer listener, void *context) {
  CURLcode code = curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, listener);
  return code != CURLE_OK ? code : curl_easy_setopt(handle, CURLOPT_HEADERDATA, context);
}

/// The last code of the server's answers, or 0 when it gave none.
static inline long ccurl_response_code(CURL *handle) {
  long code = 0;
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &code);
  return code;
}

/// Starts libcurl, once a process. Writing to a TLS connection that the other side has left raises
/// SIGPIPE, which would end the process: it is ignored from here on, and the write fails instead.
static inline CURLcode ccurl_global_start(void) {
  signal(SIGPIPE, SIG_IGN);
  return curl_global_init(CURL_GLOBAL_DEFAULT);
}

#endif
