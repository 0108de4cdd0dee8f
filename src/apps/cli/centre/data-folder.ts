import process from 'node:process'
import { projectFile } from '../../../platform/project-file.ts'

/** Where the centre keeps its data unless told otherwise: `ZHIHENG_DATA`, else `.zhiheng` beside the sources. */
export function usualDataFolder(): string {
  return process.env['ZHIHENG_DATA'] ?? projectFile('.zhiheng')
}
