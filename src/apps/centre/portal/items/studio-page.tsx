import { StudioPage } from '../../../../modules/item-bank/pages/studio/studio-page.tsx'
import { studioParts } from './studio-parts.tsx'

/** The studio, with the editors and views of the interactions. */
export function ItemStudioPage() {
  return <StudioPage parts={studioParts} />
}
