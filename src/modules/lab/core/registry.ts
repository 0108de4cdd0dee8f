import { cs } from '../apps/cs/cs.ts'
import { desk } from '../apps/desk/desk.ts'
import { mail } from '../apps/mail/mail.ts'
import { mall } from '../apps/mall/mall.ts'
import { net } from '../apps/net/net.ts'
import { shop } from '../apps/shop/shop.ts'
import type { LabApp } from './app/define-app.ts'

/** The apps of this build by their ids. */
export const LAB_APPS: Readonly<Record<string, LabApp>> = { cs, desk, mail, mall, net, shop }
