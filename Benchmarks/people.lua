-- Asks for another page each time: a random one of the addresses in the file PATHS, signed in by
-- COOKIE. Ends with one line that the caller reads; wrk's own latencies are in microseconds.
local requests = {}

init = function()
  local headers = { ["Cookie"] = os.getenv("COOKIE"), ["Host"] = wrk.host .. ":" .. wrk.port }
  for path in io.lines(os.getenv("PATHS")) do
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
  math.randomseed(42)
end

request = function()
  return requests[math.random(#requests)]
end

done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    "RESULT requests=%d microseconds=%d bytes=%d p50=%d p99=%d errors=%d\n",
    summary.requests, summary.duration, summary.bytes, latency:percentile(50),
    latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
