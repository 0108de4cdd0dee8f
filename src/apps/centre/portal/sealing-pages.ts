import type { PortalPage } from './frame/portal-page.ts'

/** The pages around packages, their keys, and what comes home. */
export const sealingPages: readonly PortalPage[] = [
  {
    path: '/sessions/:sessionId/sealing',
    open: ['national-officer', 'provincial-officer'],
    zh: '试卷包封装与密钥',
    en: 'Packages and their keys',
    nav: null,
    load: () => import('../../../modules/exam/pages/sealing/sealing-page.tsx').then(m => m.SealingPage),
  },
  {
    path: '/sessions/:sessionId/sealing/:sealingId/key',
    open: ['national-officer'],
    zh: '启封密钥',
    en: 'Opening key',
    nav: null,
    load: () => import('../../../modules/exam/pages/sealing/key-page.tsx').then(m => m.KeyPage),
  },
  {
    path: '/sessions/:sessionId/board',
    open: ['national-officer', 'provincial-officer'],
    zh: '下发看板',
    en: 'Distribution board',
    nav: null,
    load: () => import('../../../modules/exam/pages/board/board-page.tsx').then(m => m.BoardPage),
  },
  {
    path: '/sessions/:sessionId/results-in',
    open: ['national-officer', 'provincial-officer'],
    zh: '结果回收',
    en: 'Results in',
    nav: null,
    load: () => import('../../../modules/exam/pages/results-in/results-in-page.tsx').then(m => m.ResultsInPage),
  },
  {
    path: '/keys',
    open: [
      'national-officer',
      'provincial-officer',
      'registrar',
      'assessor',
      'chief-assessor',
      'external-verifier',
      'auditor',
      'site-manager',
      'site-engineer',
      'invigilator',
    ],
    zh: '密钥与口令',
    en: 'Keys and pass phrases',
    nav: { group: 'exam', icon: 'lock' },
    load: () => import('../../../modules/exam/pages/sealing/keys/own-keys-page.tsx').then(m => m.OwnKeysPage),
  },
]
