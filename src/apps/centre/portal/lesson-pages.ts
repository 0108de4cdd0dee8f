import type { PortalPage } from './frame/portal-page.ts'

/** The lessons of the training platform. */
export const lessonPages: readonly PortalPage[] = [
  {
    path: '/lessons',
    open: 'signed-in',
    zh: '课程学习',
    en: 'Lessons',
    nav: { group: 'mine', icon: 'book' },
    load: () => import('../../../modules/course/pages/lesson/lessons-page.tsx').then(m => m.LessonsPage),
  },
  {
    path: '/lessons/coverage',
    open: ['teacher', 'national-officer', 'provincial-officer', 'institution-manager'],
    zh: '课文覆盖',
    en: 'Coverage by lessons',
    nav: null,
    load: () => import('../../../modules/course/pages/lesson/coverage-page.tsx').then(m => m.CoveragePage),
  },
  {
    path: '/lessons/:lessonId',
    open: 'signed-in',
    zh: '课文',
    en: 'Lesson',
    nav: null,
    load: () => import('./lessons/lesson-page.tsx').then(m => m.LessonPage),
  },
]
