import { projectFile } from '../project-file.ts'

/** Where a site keeps its data unless told otherwise: `ZHIHENG_SITE_DATA`, else `.zhiheng-site` beside the sources. */
export function siteDataFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return environment['ZHIHENG_SITE_DATA'] ?? projectFile('.zhiheng-site')
}
