import pino from 'pino'

export type Log = pino.Logger

/** Structured log, one JSON line each; personal fields are cut before they are written. */
export function createLog(level: string = process.env['ZHIHENG_LOG'] ?? 'info'): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ['*.idNumber', '*.password', '*.token', 'req.headers.cookie', 'req.headers.authorization'], censor: '[cut]' },
  })
}
