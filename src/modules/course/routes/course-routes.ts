import { type Route, route } from '../../../platform/http/route.ts'
import { issueForTrainee, listOwn } from '../actions/issue-completion-proof.ts'
import {
  respondInLesson,
  keepPlaceInLesson,
  listAllLessons,
  readCoverage,
  readFigure,
  readOneLesson,
  searchTexts,
} from '../actions/lessons/study-lessons.ts'
import * as contract from '../contract.ts'
import { mayIssueCompletion, mayReadLessons, mayReadOwnCompletions } from '../core/policy.ts'

export const courseRoutes: readonly Route[] = [
  route(contract.listOwnCompletions, { policy: mayReadOwnCompletions, action: listOwn }),
  route(contract.issueCompletion, { policy: mayIssueCompletion, action: issueForTrainee }),
  route(contract.listLessons, { policy: mayReadLessons, action: listAllLessons }),
  route(contract.readLesson, { policy: mayReadLessons, action: readOneLesson }),
  route(contract.readLessonFigure, { policy: mayReadLessons, action: readFigure }),
  route(contract.keepLessonPlace, { policy: mayReadLessons, action: keepPlaceInLesson }),
  route(contract.respondToLessonItem, { policy: mayReadLessons, action: respondInLesson }),
  route(contract.searchLessonTexts, { policy: mayReadLessons, action: searchTexts }),
  route(contract.readLessonCoverage, { policy: mayReadLessons, action: readCoverage }),
]
