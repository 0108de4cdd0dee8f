import { ItemListPage } from '../../../../modules/item-bank/pages/list/list-page.tsx'
import { itemViews } from './item-views.tsx'

/** The search of the item bank, with the reviews of the interactions. */
export function BankListPage() {
  return <ItemListPage Shown={itemViews.Shown} />
}
