import { LessonPage as CourseLessonPage } from '../../../../modules/course/pages/lesson/lesson-page.tsx'
import { itemViews } from '../items/item-views.tsx'

/** A lesson, with the items of the interactions in it. */
export function LessonPage() {
  return <CourseLessonPage views={itemViews} />
}
