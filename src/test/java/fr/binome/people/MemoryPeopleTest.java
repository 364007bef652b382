package fr.binome.people;

import fr.binome.people.memory.MemoryPeople;

class MemoryPeopleTest extends PeopleContract {
    private final MemoryPeople people = new MemoryPeople();

    @Override
    protected PeopleStore open() {
        return people;
    }
}
