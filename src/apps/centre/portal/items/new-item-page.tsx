import { NewItemPage } from '../../../../modules/item-bank/pages/studio/new-item/new-item-page.tsx'
import { studioParts } from './studio-parts.tsx'

/** The beginning of an item. */
export function NewBankItemPage() {
  return <NewItemPage parts={studioParts} />
}
