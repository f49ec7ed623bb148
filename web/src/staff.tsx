import { startStaff } from './staff/start.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('staff.html has no #root');
void startStaff(root);
