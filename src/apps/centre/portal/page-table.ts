import type { PortalPage } from './frame/portal-page.ts'

/** Every page of the portal, in the order of the navigation. A module's page enters it by the module's `pages` room. */
export const portalPages: readonly PortalPage[] = [
  {
    path: '/sign-in',
    open: 'everyone',
    zh: '登录',
    en: 'Sign in',
    nav: null,
    load: () => import('./doors/sign-in-door.tsx').then(m => m.SignInDoor),
  },
  {
    path: '/register',
    open: 'everyone',
    zh: '考生注册',
    en: 'Register',
    nav: null,
    load: () => import('../../../modules/identity/pages/register/register-page.tsx').then(m => m.RegisterPage),
  },
  {
    path: '/home',
    open: 'signed-in',
    zh: '首页',
    en: 'Home',
    nav: { group: 'mine', icon: 'home', phone: 1 },
    load: () => import('./home/home-page.tsx').then(m => m.HomePage),
  },
  {
    path: '/items',
    open: ['item-writer', 'item-reviewer', 'national-officer'],
    zh: '题库',
    en: 'Item bank',
    nav: { group: 'items', icon: 'pen' },
    load: () => import('./items/bank-page.tsx').then(m => m.BankPage),
  },
  {
    path: '/forms',
    open: ['national-officer'],
    zh: '组卷',
    en: 'Forms',
    nav: { group: 'items', icon: 'form' },
    load: () => import('../../../modules/assembly/pages/assembly-page.tsx').then(m => m.AssemblyPage),
  },
  {
    path: '/marking',
    open: ['assessor', 'chief-assessor'],
    zh: '操作技能评分',
    en: 'Practical marking',
    nav: { group: 'marks', icon: 'mark', phone: 2 },
    load: () => import('../../../modules/marking/pages/queue-page.tsx').then(m => m.QueuePage),
  },
  {
    path: '/marking/progress',
    open: ['chief-assessor', 'national-officer'],
    zh: '评分进度',
    en: 'Marking progress',
    nav: { group: 'marks', icon: 'chart' },
    load: () => import('../../../modules/marking/pages/marking-progress-page.tsx').then(m => m.MarkingProgressPage),
  },
]
