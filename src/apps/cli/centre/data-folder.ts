import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** Where the centre keeps its data unless told otherwise: `ZHIHENG_DATA`, else `.zhiheng` beside the sources. */
export function usualDataFolder(): string {
  return process.env['ZHIHENG_DATA'] ?? fileURLToPath(new URL('../../../../.zhiheng', import.meta.url))
}
