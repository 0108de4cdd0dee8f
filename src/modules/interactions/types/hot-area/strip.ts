import type { HotAreaContent, HotAreaPublic } from './type.ts'

/** Field by field: what is not named here does not leave the server. Not even how many areas are right. */
export function strip(content: HotAreaContent): HotAreaPublic {
  const { media, alt, width, height } = content.picture
  return {
    version: 1,
    stem: content.stem,
    picture: { media, alt, width, height },
    areas: content.areas.map(area => ({ id: area.id, label: area.label, shape: area.shape })),
    most: content.most,
  }
}
