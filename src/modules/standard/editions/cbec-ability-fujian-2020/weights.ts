import type { Edition } from '../../core/edition.ts'
import { fujianSpecification } from './sources.ts'

/** 跨境电商运营专项职业能力考核规范(福建,2020): 比重表 in whole percent; each table adds up to 100. */
export const weights: Edition['weights'] = {
  S: {
    theory: [],
    skill: [
      { area: '跨境平台账号申请', weight: 10, provenance: fujianSpecification },
      { area: '聚优选品', weight: 15, provenance: fujianSpecification },
      { area: '商品文字编辑', weight: 15, provenance: fujianSpecification },
      { area: '图片编辑与上传', weight: 5, provenance: fujianSpecification },
      { area: '商品管理(二次优化)', weight: 20, provenance: fujianSpecification },
      { area: '订单管理', weight: 5, provenance: fujianSpecification },
      { area: '跨境物流管理', weight: 10, provenance: fujianSpecification },
      { area: '客服管理及模板设置', weight: 20, provenance: fujianSpecification },
    ],
  },
}
