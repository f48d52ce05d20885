-- Sends the requests of a file, a path a line, over and over. With a number after
-- the file's name, each "{n}" becomes a number that never comes twice.
local paths, sent, first = {}, 0, nil

function init(args)
  for line in io.lines(args[1]) do
    paths[#paths + 1] = args[2] and line or wrk.format("GET", line)
  end
  first = tonumber(args[2])
end

function request()
  sent = sent + 1
  local path = paths[sent % #paths + 1]
  if first then
    return wrk.format("GET", (path:gsub("{n}", first + sent)))
  end
  return path
end

function done(summary, latency)
  local e = summary.errors
  io.write(string.format("measured %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), e.connect + e.read + e.write + e.status + e.timeout))
end
