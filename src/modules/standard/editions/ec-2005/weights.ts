import type { Edition } from '../../core/edition.ts'
import { weightDeck } from './sources.ts'

/** 电子商务师国家职业标准(2005年版): 比重表 in whole percent; each table adds up to 100. */
export const weights: Edition['weights'] = {
  L4: {
    theory: [
      {
        area: '电子商务基础知识',
        weight: 15,
        provenance: weightDeck,
        children: [
          { area: '电子商务的概念', weight: 3, provenance: weightDeck },
          { area: '电子商务的体系', weight: 2, provenance: weightDeck },
          { area: '电子商务的交易过程', weight: 2, provenance: weightDeck },
          { area: 'EDI基础知识', weight: 2, provenance: weightDeck },
          { area: '相关法律法规', weight: 3, provenance: weightDeck },
          { area: '电子商务英语', weight: 3, provenance: weightDeck },
        ],
      },
      { area: '计算机与互联网基础知识', weight: 10, provenance: weightDeck },
      { area: '网络商务信息收集与处理', weight: 10, provenance: weightDeck },
      { area: '网上商店开设与管理', weight: 10, provenance: weightDeck },
      { area: '网络营销', weight: 20, provenance: weightDeck },
      { area: '电子交易', weight: 10, provenance: weightDeck },
      { area: '电子商务物流应用', weight: 5, provenance: weightDeck },
      { area: '电子商务安全管理', weight: 15, provenance: weightDeck },
      { area: '职业道德', weight: 5, provenance: weightDeck },
    ],
    skill: [
      { area: '网络商务信息收集与处理', weight: 15, provenance: 'reconstructed' },
      { area: '网上商店开设与管理', weight: 20, provenance: 'reconstructed' },
      { area: '网络营销', weight: 25, provenance: 'reconstructed' },
      { area: '电子交易', weight: 20, provenance: 'reconstructed' },
      { area: '电子商务物流应用', weight: 10, provenance: 'reconstructed' },
      { area: '电子商务安全管理', weight: 10, provenance: 'reconstructed' },
    ],
  },
  L3: {
    theory: [
      {
        area: '电子商务基础知识',
        weight: 7,
        provenance: weightDeck,
        children: [
          { area: '电子商务的概念', weight: 1, provenance: weightDeck },
          { area: '电子商务的体系', weight: 1, provenance: weightDeck },
          { area: '电子商务的交易过程', weight: 1, provenance: weightDeck },
          { area: 'EDI基础知识', weight: 0, provenance: weightDeck },
          { area: '相关法律法规', weight: 2, provenance: weightDeck },
          { area: '电子商务英语', weight: 2, provenance: weightDeck },
        ],
      },
      { area: '计算机与互联网基础知识', weight: 3, provenance: weightDeck },
      { area: '网络商务信息收集与处理', weight: 15, provenance: weightDeck },
      { area: '网上商店开设与管理', weight: 10, provenance: weightDeck },
      { area: '网络营销', weight: 25, provenance: weightDeck },
      { area: '电子交易', weight: 10, provenance: weightDeck },
      { area: '电子商务物流应用', weight: 10, provenance: weightDeck },
      { area: '电子商务安全管理', weight: 15, provenance: weightDeck },
      { area: '职业道德', weight: 5, provenance: weightDeck },
    ],
    skill: [
      { area: '网页制作', weight: 10, provenance: 'reconstructed' },
      { area: '网络商务信息收集与交换', weight: 15, provenance: 'reconstructed' },
      { area: '网络营销', weight: 25, provenance: 'reconstructed' },
      { area: '电子交易', weight: 20, provenance: 'reconstructed' },
      { area: '物流信息管理', weight: 10, provenance: 'reconstructed' },
      { area: '网络采购', weight: 10, provenance: 'reconstructed' },
      { area: '电子商务安全管理', weight: 10, provenance: 'reconstructed' },
    ],
  },
  L2: {
    theory: [
      { area: '职业道德', weight: 5, provenance: 'reconstructed' },
      { area: '基础知识', weight: 20, provenance: 'reconstructed' },
      { area: '网站规划与维护', weight: 15, provenance: 'reconstructed' },
      { area: '网络营销策划', weight: 20, provenance: 'reconstructed' },
      { area: '网络采购与供应链', weight: 10, provenance: 'reconstructed' },
      { area: '电子交易管理', weight: 10, provenance: 'reconstructed' },
      { area: '客户关系与数据', weight: 5, provenance: 'reconstructed' },
      { area: '安全管理', weight: 10, provenance: 'reconstructed' },
      { area: '培训与指导', weight: 5, provenance: 'reconstructed' },
    ],
    skill: [
      { area: '网站规划与维护', weight: 20, provenance: 'reconstructed' },
      { area: '网络营销策划', weight: 25, provenance: 'reconstructed' },
      { area: '网络采购与供应链', weight: 15, provenance: 'reconstructed' },
      { area: '电子交易管理', weight: 15, provenance: 'reconstructed' },
      { area: '客户关系与数据', weight: 10, provenance: 'reconstructed' },
      { area: '安全管理', weight: 10, provenance: 'reconstructed' },
      { area: '培训与指导', weight: 5, provenance: 'reconstructed' },
    ],
  },
  L1: {
    theory: [
      { area: '职业道德', weight: 5, provenance: 'reconstructed' },
      { area: '基础知识', weight: 15, provenance: 'reconstructed' },
      { area: '电子商务战略规划', weight: 25, provenance: 'reconstructed' },
      { area: '业务流程与系统集成', weight: 20, provenance: 'reconstructed' },
      { area: '经营分析与资源整合', weight: 15, provenance: 'reconstructed' },
      { area: '风险与安全治理', weight: 10, provenance: 'reconstructed' },
      { area: '团队与项目管理', weight: 10, provenance: 'reconstructed' },
    ],
    skill: [
      { area: '电子商务战略规划', weight: 30, provenance: 'reconstructed' },
      { area: '业务流程与系统集成', weight: 20, provenance: 'reconstructed' },
      { area: '经营分析与资源整合', weight: 20, provenance: 'reconstructed' },
      { area: '风险与安全治理', weight: 15, provenance: 'reconstructed' },
      { area: '团队与项目管理', weight: 15, provenance: 'reconstructed' },
    ],
  },
}
