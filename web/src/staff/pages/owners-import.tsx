import { TableImport } from '../import/table-import.tsx';

/** 导入业主: who owns which home, how large it is, and which part of it. */
export const OwnersImportPage = () => <TableImport of="owners" />;
