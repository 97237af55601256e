package dev.ecotrack.user;

import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.ListPagingAndSortingRepository;

interface UserRepository extends ListCrudRepository<User, Long>, ListPagingAndSortingRepository<User, Long> {}
