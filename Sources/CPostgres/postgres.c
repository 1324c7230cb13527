// The functions of libpq that PostgresStore calls, each passed on to the library when it is called.
#include "libpq.h"

#include "late.h"

#define LIBPQ(name) LATE_FUNCTION("libpq.so.5", name)

// Connections

PGconn *PQconnectdbParams(const char *const *keywords, const char *const *values, int expands) {
  LIBPQ(PQconnectdbParams);
  return function(keywords, values, expands);
}

void PQfinish(PGconn *connection) {
  LIBPQ(PQfinish);
  function(connection);
}

ConnStatusType PQstatus(const PGconn *connection) {
  LIBPQ(PQstatus);
  return function(connection);
}

char *PQerrorMessage(const PGconn *connection) {
  LIBPQ(PQerrorMessage);
  return function(connection);
}

int PQbackendPID(const PGconn *connection) {
  LIBPQ(PQbackendPID);
  return function(connection);
}

PGTransactionStatusType PQtransactionStatus(const PGconn *connection) {
  LIBPQ(PQtransactionStatus);
  return function(connection);
}

PQnoticeProcessor PQsetNoticeProcessor(PGconn *connection, PQnoticeProcessor processor,
    void *context) {
  LIBPQ(PQsetNoticeProcessor);
  return function(connection, processor, context);
}

// Questions

PGresult *PQexec(PGconn *connection, const char *query) {
  LIBPQ(PQexec);
  return function(connection, query);
}

PGresult *PQprepare(PGconn *connection, const char *statement, const char *query, int count,
    const Oid *types) {
  LIBPQ(PQprepare);
  return function(connection, statement, query, count, types);
}

int PQsendQueryParams(PGconn *connection, const char *command, int count, const Oid *types,
    const char *const *values, const int *lengths, const int *formats, int format) {
  LIBPQ(PQsendQueryParams);
  return function(connection, command, count, types, values, lengths, formats, format);
}

int PQsendQueryPrepared(PGconn *connection, const char *statement, int count,
    const char *const *values, const int *lengths, const int *formats, int format) {
  LIBPQ(PQsendQueryPrepared);
  return function(connection, statement, count, values, lengths, formats, format);
}

int PQsetSingleRowMode(PGconn *connection) {
  LIBPQ(PQsetSingleRowMode);
  return function(connection);
}

int PQenterPipelineMode(PGconn *connection) {
  LIBPQ(PQenterPipelineMode);
  return function(connection);
}

int PQexitPipelineMode(PGconn *connection) {
  LIBPQ(PQexitPipelineMode);
  return function(connection);
}

int PQpipelineSync(PGconn *connection) {
  LIBPQ(PQpipelineSync);
  return function(connection);
}

// Answers

PGresult *PQgetResult(PGconn *connection) {
  LIBPQ(PQgetResult);
  return function(connection);
}

void PQclear(PGresult *result) {
  LIBPQ(PQclear);
  function(result);
}

ExecStatusType PQresultStatus(const PGresult *result) {
  LIBPQ(PQresultStatus);
  return function(result);
}

char *PQresultErrorMessage(const PGresult *result) {
  LIBPQ(PQresultErrorMessage);
  return function(result);
}

char *PQresultErrorField(const PGresult *result, int field) {
  LIBPQ(PQresultErrorField);
  return function(result, field);
}

char *PQcmdStatus(PGresult *result) {
  LIBPQ(PQcmdStatus);
  return function(result);
}

char *PQcmdTuples(PGresult *result) {
  LIBPQ(PQcmdTuples);
  return function(result);
}

int PQnfields(const PGresult *result) {
  LIBPQ(PQnfields);
  return function(result);
}

char *PQfname(const PGresult *result, int field) {
  LIBPQ(PQfname);
  return function(result, field);
}

Oid PQftype(const PGresult *result, int field) {
  LIBPQ(PQftype);
  return function(result, field);
}

char *PQgetvalue(const PGresult *result, int row, int field) {
  LIBPQ(PQgetvalue);
  return function(result, row, field);
}

int PQgetlength(const PGresult *result, int row, int field) {
  LIBPQ(PQgetlength);
  return function(result, row, field);
}

int PQgetisnull(const PGresult *result, int row, int field) {
  LIBPQ(PQgetisnull);
  return function(result, row, field);
}
