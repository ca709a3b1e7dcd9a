export const schedules = {
};
