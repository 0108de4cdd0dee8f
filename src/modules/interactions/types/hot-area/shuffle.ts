import type { HotAreaPublic } from './type.ts'

/** Areas lie where the picture has them, and their list follows the picture. */
export function shuffle(content: HotAreaPublic): HotAreaPublic {
  return content
}
