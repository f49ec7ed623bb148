const peoplePerHome = 3;

const surnames = Array.from('赵钱孙李周吴郑王冯陈蒋沈韩杨朱许何吕张孔曹严金魏陶姜');
const given = Array.from('建国淑珍玉兰志强丽华秀云文斌晓燕永福佳怡桂芝海振雅琴思远春梅立新婷');
const nameOf = (n: number): string =>
  `${surnames[n % 26]}${given[(n * 7) % given.length]}${given[(n * 11 + 3) % given.length]}`;

/** A household table of one grid, three people to a home. */
export const gridTable = (homes: number): Buffer =>
  Buffer.from(
    [
      '姓名,身份证号,联系电话,住址,与户主关系,网格',
      ...Array.from({ length: homes * peoplePerHome }, (_, i) => {
        const home = Math.floor(i / peoplePerHome);
        const door = `${1 + Math.floor(home / 60)}号楼${1 + (Math.floor(home / 20) % 3)}单元${101 + (home % 20)}`;
        return `${nameOf(i)},,154${String(i).padStart(8, '0')},柳荫里${door},${i % peoplePerHome === 0 ? '户主' : '子'},柳荫一网格`;
      }),
    ].join('\n'),
  );
