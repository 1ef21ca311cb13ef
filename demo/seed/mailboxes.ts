/** The tenants of the demo: departments with the volume of letters that each gets in a year. */
import { jingmenPlaces, zhuxiPlaces } from './places.ts';
import type { Mailbox } from './recent-letters.ts';
import { health } from './topics/health.ts';
import { housing } from './topics/housing.ts';
import { labour } from './topics/labour.ts';
import { prices } from './topics/prices.ts';
import { salt } from './topics/salt.ts';
import { taxi } from './topics/taxi.ts';
import { tourism } from './topics/tourism.ts';
import { water } from './topics/water.ts';
import { zhuxiTopics } from './topics/zhuxi.ts';

// No number of a Chinese line begins with a zero: nobody can be rung up by mistake.
export const jingmen: Mailbox = {
  id: 'jm',
  places: jingmenPlaces,
  topics: [...labour, ...prices, ...housing, ...health, ...tourism, ...water, ...taxi, ...salt],
  departments: [
    { name: '市人社局', phone: '0724-0550110', letters: 54 },
    { name: '市物价局', phone: '0724-0550220', letters: 30 },
    { name: '市房管局', phone: '0724-0550330', letters: 50 },
    { name: '市卫生局', phone: '0724-0550440', letters: 30 },
    { name: '市旅游局', phone: '0724-0550550', letters: 17 },
    { name: '市供水公司', phone: '0724-0550660', letters: 36 },
    { name: '市出租办', phone: '0724-0550770', letters: 24 },
    { name: '市盐务管理局', phone: '0724-0550880', letters: 9 },
  ],
  today: 4,
};

export const zhuxi: Mailbox = {
  id: 'zx',
  places: zhuxiPlaces,
  topics: zhuxiTopics,
  departments: [
    { name: '县人社局', phone: '0719-0270110', letters: 8 },
    { name: '县住建局', phone: '0719-0270220', letters: 8 },
    { name: '县交通运输局', phone: '0719-0270330', letters: 7 },
    { name: '县教育局', phone: '0719-0270440', letters: 7 },
    { name: '县农业农村局', phone: '0719-0270550', letters: 5 },
    { name: '县卫健局', phone: '0719-0270660', letters: 3 },
    { name: '县城管局', phone: '0719-0270770', letters: 3 },
  ],
  today: 1,
};
