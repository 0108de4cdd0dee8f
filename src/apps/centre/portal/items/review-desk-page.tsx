import { ReviewDeskPage } from '../../../../modules/item-bank/pages/review/review-desk-page.tsx'
import { itemViews } from './item-views.tsx'

/** The desk of item review, with the views of the interactions. */
export function BankReviewDeskPage() {
  return <ReviewDeskPage views={itemViews} />
}
